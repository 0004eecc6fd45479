#!/bin/bash
# Whether the server takes clients: as the primary, alone, or as a replica that is up to date and knows its primary.
set -euo pipefail
exec mongosh --quiet --norc --port "$MONGODB_PORT" \
  --eval 'const me = db.hello(); quit(me.isWritablePrimary || (me.secondary && me.primary) ? 0 : 1)'
