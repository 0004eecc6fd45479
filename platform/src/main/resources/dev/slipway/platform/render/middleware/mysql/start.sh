#!/bin/bash
# Starts a MySQL server: makes its data folder once, and its users anew at each start, before the port opens.
set -euo pipefail
umask 077
data=/var/lib/mysql/data
handed=/run/slipway
secrets=/etc/slipway/secrets
ordinal=${HOSTNAME##*-}

# The folder gets its name when it is whole, so that a first start that was cut off is begun again.
if [ ! -d "$data" ]; then
  rm -rf "$data.new"
  mysqld --no-defaults --initialize-insecure --datadir="$data.new" --tmpdir=/tmp
  mv "$data.new" "$data"
fi

# What is sorted, or undone with a big transaction, may be larger than the memory and the disk that the pod is given.
mkdir -p /var/lib/mysql/tmp

secret() { sed "s/[\\\\']/\\\\&/g" "$secrets/$1"; }
identified() { echo "'$1'@'$2' IDENTIFIED BY '$(secret "$3")'"; } # NAME HOST SECRET
user() { # NAME HOST SECRET
  echo "CREATE USER IF NOT EXISTS $(identified "$@");"
  echo "ALTER USER $(identified "$@");"
  echo "ALTER USER '$1'@'$2' DISCARD OLD PASSWORD;"
}
# Signs in from elsewhere. While its password is rotated (rotate.sh), there is a second one that is taken too, and it may
# change both.
network_user() { # NAME SECRET
  local other
  user "$1" % "$2"
  for other in "$2.next" "$2.previous"; do
    if [ -e "$secrets/$other" ]; then
      echo "ALTER USER $(identified "$1" % "$other");"
      echo "ALTER USER $(identified "$1" % "$2") RETAIN CURRENT PASSWORD;"
    fi
  done
  echo "GRANT APPLICATION_PASSWORD_ADMIN ON *.* TO '$1'@'%';"
}
own_users() {
  user root localhost mysql-root-password
  user slipway_probe localhost mysql-probe-password
  echo "GRANT REPLICATION CLIENT ON *.* TO 'slipway_probe'@'localhost';"
}
primary() {
  own_users
  if [ -n "${REPLICATED:-}" ]; then
    network_user slipway_replication mysql-replication-password
    echo "GRANT REPLICATION SLAVE ON *.* TO 'slipway_replication'@'%';"
  fi
  for schema in $SCHEMAS; do
    echo "CREATE DATABASE IF NOT EXISTS \`slipway_$schema\`;"
    network_user "slipway_$schema" "mysql-password-$schema"
    # An underscore in the schema of a grant stands for any character unless escaped.
    echo "GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE TEMPORARY TABLES, LOCK TABLES" \
      "ON \`slipway\\_$schema\`.* TO 'slipway_$schema'@'%';"
  done
}
replica() {
  echo "SET GLOBAL super_read_only = OFF;"
  echo "SET sql_log_bin = 0;"
  own_users
  echo "SET sql_log_bin = 1;"
  echo "STOP REPLICA;"
  echo "CHANGE REPLICATION SOURCE TO SOURCE_HOST = '$SOURCE_HOST', SOURCE_PORT = $SOURCE_PORT," \
    "SOURCE_USER = 'slipway_replication', SOURCE_PASSWORD = '$(secret mysql-replication-password)'," \
    "SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1, SOURCE_CONNECT_RETRY = 5, SOURCE_RETRY_COUNT = 86400;"
  echo "START REPLICA;"
  echo "SET GLOBAL super_read_only = ON;"
}

"$ROLE" >"$handed/start.sql"
printf '[client]\nuser = slipway_probe\npassword = "%s"\nsocket = /tmp/mysqld.sock\n' \
  "$(secret mysql-probe-password)" >"$handed/probe.cnf"
case $ROLE in
  primary) options=master.cnf id=1 ;;
  replica) options=replica.cnf id=$((100 + ordinal)) ;;
esac
exec mysqld --defaults-file="/etc/slipway/settings/$options" --server-id="$id" --init-file="$handed/start.sql"
