#!/bin/bash
# Whether this sentinel, with those that it reaches, could choose another primary.
set -euo pipefail
. /etc/slipway/settings/members.sh
answer=$(ask 127.0.0.1 "$sentinel_port" SENTINEL CKQUORUM "$group")
[[ $answer == OK* ]] || { echo "${answer:-no answer}" >&2; exit 1; }
