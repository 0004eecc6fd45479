#!/bin/bash
# Whether the server takes clients: as the primary, as a replica that is up to date, or alone.
set -euo pipefail
exec mongosh --quiet --norc --port "$MONGODB_PORT" \
  --eval 'const me = db.hello(); quit(me.isWritablePrimary || me.secondary ? 0 : 1)'
