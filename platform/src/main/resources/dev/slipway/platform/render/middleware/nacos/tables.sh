#!/bin/bash
# Makes the tables of Nacos from the file that its own image has brought. Members may start at once, and be stopped in the
# middle: what is there already is left alone.
set -euo pipefail
umask 077
printf '[client]\nhost = "%s"\nport = %s\nuser = slipway_nacos\npassword = "%s"\n' \
  "$MYSQL_SERVICE_HOST" "$MYSQL_SERVICE_PORT" "$(</etc/slipway/secrets/mysql-password-nacos)" >/run/slipway/client.cnf
{
  echo "SELECT GET_LOCK('slipway-nacos-tables', 120);"
  sed -E 's/^CREATE TABLE (IF NOT EXISTS )?/CREATE TABLE IF NOT EXISTS /I; s/^INSERT INTO /INSERT IGNORE INTO /I' \
    /tmp/conf/mysql-schema.sql
} | mysql --defaults-file=/run/slipway/client.cnf --connect-timeout=10 slipway_nacos >/dev/null
