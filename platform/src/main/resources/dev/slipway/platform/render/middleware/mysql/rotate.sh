#!/bin/bash
# Changes passwords of users that sign in over the network; each changes its own. First it takes both for a while, at the
# end the new one alone. Whatever has been done by an earlier run stays done.
set -euo pipefail
umask 077
secrets=/etc/slipway/secrets
secret() { sed "s/[\\\\']/\\\\&/g" "$secrets/$1/$2"; } # old|new SECRET
say() { # old|new SECRET SQL
  printf '[client]\nhost = "%s"\nport = %s\nuser = slipway_%s\npassword = "%s"\n' \
    "$MYSQL_HOST" "$MYSQL_PORT" "$(user "$2")" "$(sed 's/[\\"]/\\&/g' "$secrets/$1/$2")" >/run/slipway/client.cnf
  mysql --defaults-file=/run/slipway/client.cnf --connect-timeout=10 --batch --skip-column-names <<<"$3" 2>&1
}
user() { # SECRET
  case $1 in
    mysql-replication-password) echo replication ;;
    *) echo "${1#mysql-password-}" ;;
  esac
}
accept() { # SECRET
  say new "$1" "SELECT 1" >/dev/null || say old "$1" "ALTER USER USER() IDENTIFIED BY '$(secret new "$1")' RETAIN CURRENT PASSWORD"
  say new "$1" "SELECT 1" >/dev/null
  echo "slipway_$(user "$1") signs in with its new password, and with the old one"
}
retire() { # SECRET
  local answer
  # The new one first: a server that has started meanwhile may hold it as the second.
  say new "$1" "ALTER USER USER() IDENTIFIED BY '$(secret new "$1")'; ALTER USER USER() DISCARD OLD PASSWORD"
  if answer=$(say old "$1" "SELECT 1") || [[ $answer != *"ERROR 1045"* ]]; then
    echo "slipway_$(user "$1"): the old password is not refused" >&2
    exit 1
  fi
  echo "slipway_$(user "$1") signs in with its new password alone"
}
phase=$1
shift
for name in "$@"; do "$phase" "$name"; done
