#!/bin/bash
# Changes the password of the user of MongoDB, which knows one at a time: the first step sets it, the last one makes sure.
set -euo pipefail
export PHASE=$1
exec mongosh --quiet --norc --nodb --file /etc/slipway/settings/rotate.js
