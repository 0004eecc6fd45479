#!/bin/bash
# Before a primary stops, another member takes its place: nobody has to notice its silence first.
set -euo pipefail
. /etc/slipway/settings/members.sh
[ "$(ask 127.0.0.1 "$REDIS_PORT" ROLE | head -n 1)" = master ] || exit 0
ask 127.0.0.1 "$sentinel_port" SENTINEL FAILOVER "$group" || true
for _ in $(seq "$HAND_OVER_SECONDS"); do
  [ "$(ask 127.0.0.1 "$REDIS_PORT" ROLE | head -n 1)" = master ] || exit 0
  sleep 1
done
