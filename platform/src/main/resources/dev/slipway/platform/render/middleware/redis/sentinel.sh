#!/bin/bash
# Starts a sentinel. Its file is its memory: who is primary, who else watches, which epoch it is. Passwords in it are
# written anew at each start.
set -euo pipefail
umask 077
. /etc/slipway/settings/members.sh
primary=$(known_primary)
# It refuses to watch a name that is not known yet.
for _ in $(seq 60); do getent hosts "$primary" >/dev/null && break; sleep 1; done
written=$sentinel_file.new
{
  if [ -s "$sentinel_file" ]; then
    grep -vE '^(requirepass|sentinel (sentinel-pass|auth-pass)|user )' "$sentinel_file" || true
  else
    cat /etc/slipway/settings/sentinel.conf
    echo "sentinel announce-ip $myself"
    echo "sentinel monitor $group $primary $REDIS_PORT $QUORUM"
    echo "sentinel down-after-milliseconds $group 5000"
    echo "sentinel failover-timeout $group 30000"
    echo "sentinel parallel-syncs $group 1"
  fi
  password=$(<"$password_file")
  users
  echo "sentinel sentinel-pass \"$password\""
  echo "sentinel auth-pass $group \"$password\""
} >"$written"
mv "$written" "$sentinel_file"
exec redis-sentinel "$sentinel_file"
