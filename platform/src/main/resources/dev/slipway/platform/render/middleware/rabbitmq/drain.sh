#!/bin/bash
# Before a node stops: it waits until the others can do without it, then sends its clients and leaders there. What is not
# done in the seconds that it is given is left to the others.
set -uo pipefail
if [ -n "${CLUSTERED:-}" ]; then
  timeout "$DRAIN_SECONDS" rabbitmq-upgrade await_online_quorum_plus_one -t "$DRAIN_SECONDS"
fi
timeout "$DRAIN_SECONDS" rabbitmq-upgrade drain
exit 0
