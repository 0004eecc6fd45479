#!/bin/bash
# Changes the password of the user of RabbitMQ, which knows one at a time: the first step sets it, the last one makes sure.
# Connections that are open stay open. Passwords go by a file in memory, as arguments stand in the list of processes.
set -euo pipefail
umask 077
secrets=/etc/slipway/secrets
rm -f "$HOME/.erlang.cookie"
install -m 400 "$secrets/rabbitmq-cookie" "$HOME/.erlang.cookie"
evaluate() { # ERLANG
  printf '%s' "$1" >"$HOME/say.erl"
  # What it says of a node that it cannot reach has a digest of the cookie in it.
  timeout 60 rabbitmqctl --quiet eval_file "$HOME/say.erl" 2> >(grep -v cookie >&2)
}
takes() { # old|new
  [[ $(evaluate "rabbit_access_control:check_user_pass_login(<<\"slipway\">>, <<\"$(<"$secrets/$1/rabbitmq-password")\">>).") == '{ok,'* ]]
}
change() {
  evaluate "rabbit_auth_backend_internal:change_password(<<\"slipway\">>, <<\"$(<"$secrets/new/rabbitmq-password")\">>, <<\"slipway\">>)." >/dev/null
}
[ "$1" = retire ] || takes new || change
if ! takes new || takes old; then
  echo "slipway does not sign in with its new password alone" >&2
  exit 1
fi
echo "slipway signs in with its new password alone"
