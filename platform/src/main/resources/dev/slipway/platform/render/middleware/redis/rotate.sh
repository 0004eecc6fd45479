#!/bin/bash
# Changes the password of every member and of every sentinel: first each takes both, at the end the new one alone. Whatever
# has been done by an earlier run stays done. Answers are not printed: an error may repeat what it was told.
set -euo pipefail
secrets=/etc/slipway/secrets
group=slipway
password() { cat "$secrets/$1/redis-password"; } # old|new
say() { # old|new HOST PORT COMMAND: whether every answer is good
  local answers
  answers=$({ printf 'AUTH %s\n' "$(password "$1")"; echo "$4"; } | timeout 10 redis-cli -h "$2" -p "$3" 2>&1) || return
  [[ $answers == OK$'\n'OK || $answers == OK$'\n'PONG ]]
}
accept() { # HOST PORT
  say new "$1" "$2" PING || say old "$1" "$2" "ACL SETUSER default >$(password new)"
  say new "$1" "$2" PING || { echo "$1 port $2 does not take the new password" >&2; exit 1; }
  echo "$1 port $2 takes the new password, and the old one"
}
retire() { # HOST PORT
  ! say old "$1" "$2" PING || say new "$1" "$2" "ACL SETUSER default <$(password old)"
  if ! say new "$1" "$2" PING || say old "$1" "$2" PING; then
    echo "$1 port $2 does not take the new password alone" >&2
    exit 1
  fi
  echo "$1 port $2 takes the new password alone"
}
# What members and sentinels say to each other.
use_new() {
  local member
  for member in $MEMBERS; do
    say new "$member" "$REDIS_PORT" "CONFIG SET masterauth $(password new)"
    say new "$member" "$SENTINEL_PORT" "SENTINEL SET $group auth-pass $(password new)"
    say new "$member" "$SENTINEL_PORT" "SENTINEL CONFIG SET sentinel-pass $(password new)"
  done
}
if [ "$1" = retire ] && [ -n "${SENTINEL_PORT:-}" ]; then use_new; fi
for member in $MEMBERS; do
  for port in "$REDIS_PORT" ${SENTINEL_PORT:-}; do "$1" "$member" "$port"; done
done
