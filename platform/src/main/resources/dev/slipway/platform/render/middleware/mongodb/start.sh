#!/bin/bash
# Starts a MongoDB server. The image makes the first user in an empty data folder; of a replica set only the first member
# does, the others get it from there.
set -euo pipefail
secrets=/etc/slipway/secrets
options=(--bind_ip_all --port "$MONGODB_PORT" --auth)
if [ -n "${MEMBERS:-}" ]; then
  # It refuses a key that others may read.
  install -m 400 "$secrets/mongodb-key" /run/slipway/key
  options+=(--replSet "$GROUP" --keyFile /run/slipway/key)
fi
if [ "${HOSTNAME##*-}" = 0 ]; then
  export MONGO_INITDB_ROOT_USERNAME=slipway MONGO_INITDB_ROOT_PASSWORD_FILE=$secrets/mongodb-password
  if [ -n "${MEMBERS:-}" ]; then
    # In the background, as it needs the server that this script becomes; it ends by itself.
    (
      unset MONGO_INITDB_ROOT_USERNAME MONGO_INITDB_ROOT_PASSWORD_FILE
      until mongosh --quiet --nodb --file /etc/slipway/settings/initiate.js; do sleep 5; done
    ) &
  fi
fi
exec docker-entrypoint.sh mongod "${options[@]}"
