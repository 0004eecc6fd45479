#!/bin/bash
# Whether this replica gets what its primary writes.
set -euo pipefail
# Not by the client's own \G: later ones know no commands of their own unless asked to.
status=$(mysql --defaults-file=/run/slipway/probe.cnf --vertical --execute='SHOW REPLICA STATUS')
grep -q 'Replica_IO_Running: Yes' <<<"$status" && grep -q 'Replica_SQL_Running: Yes' <<<"$status"
