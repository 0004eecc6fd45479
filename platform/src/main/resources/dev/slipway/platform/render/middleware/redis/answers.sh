#!/bin/bash
# Whether a server answers; a second argument is a further answer that is taken, as a server that loads its data lives.
set -euo pipefail
. /etc/slipway/settings/members.sh
# A server that was started by an earlier version knows no user for probes.
answer=$({ sign_in; echo 'AUTH probe probe'; echo PING; } | timeout 4 redis-cli -p "$1" 2>&1 | tail -n 1)
[[ $answer == PONG || (-n ${2:-} && $answer == *"$2"*) ]] || { echo "$answer" >&2; exit 1; }
