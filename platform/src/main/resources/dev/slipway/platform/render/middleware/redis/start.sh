#!/bin/bash
# Starts a Redis server: the primary, or a replica of whoever the sentinels call the primary.
set -euo pipefail
umask 077
. /etc/slipway/settings/members.sh
configuration=/run/slipway/redis.conf
password=$(<"$password_file")
{
  echo "include /etc/slipway/settings/redis.conf"
  users
  if [ -n "${MEMBERS:-}" ]; then
    echo "masterauth \"$password\""
    echo "replica-announce-ip $myself"
    primary=$(known_primary)
    [ "$primary" = "$myself" ] || echo "replicaof $primary $REDIS_PORT"
  fi
} >"$configuration"
exec redis-server "$configuration"
