#!/bin/bash
# Whether this replica gets what its primary writes.
set -euo pipefail
status=$(mysql --defaults-file=/run/slipway/probe.cnf --execute='SHOW REPLICA STATUS\G')
grep -q 'Replica_IO_Running: Yes' <<<"$status" && grep -q 'Replica_SQL_Running: Yes' <<<"$status"
