# shellcheck shell=bash
# Does each server take its users and nobody else, and does it keep what it was given? Sourced by 'run'.

# What it says it is, whatever its image is called.
mysql_version() { k exec mysql-0 -c mysql -- mysqld --version; }
redis_version() { k exec redis-0 -c redis -- redis-server --version; }
# Asked, as 'mongod --version' of a stand-in would start it once more, over the data of the one that runs.
mongodb_version() {
  k exec mongodb-0 -c mongodb -- mongosh --quiet --norc --eval \
    'const told = db.adminCommand({ buildInfo: 1 }); print(told.ferretdb ? "FerretDB " + told.ferretdb.version : told.version)'
}
rabbitmq_version() { k exec rabbitmq-0 -c rabbitmq -- rabbitmqctl version; }
nacos_version() { nacos_ask 0 GET core/state | grep -o '"version":"[^"]*"'; }

# Passwords go by standard input, where no list of processes shows them.
mysql_as() { # USER PASSWORD SQL
  printf '[client]\nhost=127.0.0.1\nport=3306\nuser=%s\npassword="%s"\n' "$1" "$2" |
    k exec -i mysql-0 -c mysql -- bash -c 'umask 077; cat >/tmp/check.cnf; mysql --defaults-file=/tmp/check.cnf -N -e "$0"' "$3"
}
mysql_checks() {
  local schema
  for schema in $(k get statefulset mysql -o 'jsonpath={.spec.template.spec.containers[0].env[?(@.name=="SCHEMAS")].value}'); do
    check "mysql takes slipway_$schema in its schema" mysql_as "slipway_$schema" "$(secret mysql-secrets "mysql-password-$schema")" \
      "CREATE TABLE IF NOT EXISTS slipway_$schema.kept (id INT PRIMARY KEY); INSERT IGNORE INTO slipway_$schema.kept VALUES (7)"
  done
  check "mysql refuses a wrong password" refused mysql_as slipway_cmn wrong "SELECT 1"
  check "mysql refuses the schema of another service" refused mysql_as slipway_cmn "$(secret mysql-secrets mysql-password-cmn)" "SELECT * FROM slipway_user.kept"
  check "mysql refuses root from outside the pod's socket" refused mysql_as root "$(secret mysql-secrets mysql-root-password)" "SELECT 1"
}
mysql_kept() { [ "$(mysql_as slipway_cmn "$(secret mysql-secrets mysql-password-cmn)" "SELECT id FROM slipway_cmn.kept")" = 7 ]; }

redis_say() { # POD PASSWORD COMMAND...
  local pod=$1 password=$2
  shift 2
  printf 'AUTH %s\n%s\n' "$password" "$*" | k exec -i "$pod" -c redis -- redis-cli
}
redis_password() { secret redis-secrets redis-password; }
redis_primary() {
  local number
  for number in $(seq 0 $(($(replicas redis) - 1))); do
    if redis_say "redis-$number" "$(redis_password)" ROLE | finds -x master; then echo "redis-$number"; return; fi
  done
}
redis_set() { redis_say "$(redis_primary)" "$(redis_password)" SET kept 7 | tail -n 1 | finds -x OK; }
redis_wrong() { redis_say "$(redis_primary)" wrong GET kept | finds WRONGPASS; }
redis_checks() {
  check "redis takes its password" redis_set
  check "redis refuses a wrong password" redis_wrong
  check "redis refuses no password" refused bash -c "$kubectl -n $NAMESPACE exec $(redis_primary) -c redis -- redis-cli GET kept | grep -q 7"
}
redis_kept() { redis_say "$(redis_primary)" "$(redis_password)" GET kept | tail -n 1 | finds -x 7; }

mongodb_say() { # PASSWORD SCRIPT
  printf '%s' "$1" | k exec -i mongodb-0 -c mongodb -- bash -c \
    'mongosh --quiet --norc --eval "db.getSiblingDB(\"admin\").auth(\"slipway\", require(\"fs\").readFileSync(0, \"utf8\")); $0"' "$2"
}
mongodb_password() { secret mongodb-secrets mongodb-password; }
mongodb_checks() {
  check "mongodb takes slipway" mongodb_say "$(mongodb_password)" \
    'db.getSiblingDB("slipway_hosp").kept.updateOne({_id: 7}, {$set: {a: 1}}, {upsert: true})'
  check "mongodb refuses a wrong password" refused mongodb_say wrong 'db.getSiblingDB("slipway_hosp").kept.findOne()'
}
mongodb_kept() { mongodb_say "$(mongodb_password)" 'db.getSiblingDB("slipway_hosp").kept.findOne({_id: 7})._id' | finds -x 7; }

rabbit() { k exec rabbitmq-0 -c rabbitmq -- "$@"; }
rabbitmq_login() { # USER PASSWORD
  printf 'rabbit_access_control:check_user_pass_login(<<"%s">>, <<"%s">>).\n' "$1" "$2" |
    k exec -i rabbitmq-0 -c rabbitmq -- bash -c 'umask 077; cat >/tmp/check.erl; timeout 60 rabbitmqctl -q eval_file /tmp/check.erl' | finds '{ok,'
}
rabbitmq_checks() {
  check "rabbitmq takes slipway" rabbitmq_login slipway "$(secret rabbitmq-secrets rabbitmq-password)"
  check "rabbitmq refuses a wrong password" refused rabbitmq_login slipway wrong
  check "rabbitmq has no guest" refused rabbitmq_login guest guest
  check "rabbitmq keeps a virtual host" rabbit rabbitmqctl -q add_vhost kept --default-queue-type quorum
}
rabbitmq_kept() { rabbit rabbitmqctl -q list_vhosts name | finds -x kept; }

nacos_ask() { # NUMBER METHOD PATH [FORM]: of the administrators' API; what is secret goes by standard input
  local path=v3/admin/$3 form=${4:-}
  [ "$3" != user/login ] || path=v3/auth/$3
  printf '%s /nacos/%s HTTP/1.1\r\nHost: l\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s' \
    "$2" "$path" "${#form}" "$form" | k exec -i "nacos-$1" -c nacos -- bash -c 'exec 3<>/dev/tcp/127.0.0.1/8848; cat >&3; timeout 10 cat <&3'
}
nacos_login() { nacos_ask 0 POST user/login "username=nacos&password=$1" | finds '"accessToken"'; }
nacos_within() { local _; for _ in $(seq 20); do nacos_login "$1" && return; sleep 1; done; return 1; }
nacos_checks() {
  check "nacos takes its administrator" nacos_within "$(secret nacos-secrets nacos-password)"
  check "nacos refuses a wrong password" refused nacos_login wrong
  check "nacos does not take its well-known password" refused nacos_login nacos
}
nacos_kept() { nacos_within "$(secret nacos-secrets nacos-password)"; }
