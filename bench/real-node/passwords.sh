# shellcheck shell=bash
# Does a server that runs take a new password, and the old one no more? Sourced by 'run'.

password_name() { if [ "$1" = mysql ]; then echo mysql-password-cmn; else echo "$1-password"; fi; }
takes() { # SERVER PASSWORD
  case $1 in
    mysql) mysql_as slipway_cmn "$2" "SELECT 1" ;;
    redis) redis_say redis-0 "$2" PING | finds -x PONG ;;
    mongodb) mongodb_say "$2" 'db.getSiblingDB("slipway_hosp").kept.findOne()' ;;
    rabbitmq) rabbitmq_login slipway "$2" ;;
  esac
}
life() { k get pod "$1-0" -o 'jsonpath={.metadata.uid} {.status.containerStatuses[*].restartCount}'; }
same_life() { [ "$(life "$1")" = "$2" ]; }
has_replica() { has mysql && k get statefulset mysql-replica >/dev/null 2>&1; }
rotate() { slipway rotate "$@" --yes --timeout 600; }
rotation_checks() {
  local server name names=()
  if has sentinel-dashboard; then dashboard_rotation; fi
  declare -A before lives
  for server in mysql redis mongodb rabbitmq; do
    if has "$server"; then
      name=$(password_name "$server")
      names+=("$name")
      before[$server]=$(secret "$server-secrets" "$name")
      lives[$server]=$(life "$server")
    fi
  done
  [ ${#names[@]} -gt 0 ] || return 0
  if has_replica; then names+=(mysql-replication-password); fi
  check "slipway rotate: ${names[*]}" rotate "${names[@]}" || return
  for server in "${!before[@]}"; do
    check "$server takes its new password" takes "$server" "$(secret "$server-secrets" "$(password_name "$server")")"
    check "$server refuses the old one" refused takes "$server" "${before[$server]}"
    check "$server did not start anew for it" same_life "$server" "${lives[$server]}"
    check "$server keeps its data" "${server}_kept"
  done
  if has_replica; then check "mysql: the replica follows" within 60 k exec mysql-replica-0 -- bash /etc/slipway/settings/replicating.sh; fi
  if has redis && [ "$(replicas redis)" -gt 1 ]; then check "redis: every replica follows" within 60 redis_together; fi
  if has mysql; then
    check "slipway rotate: mysql-root-password" rotate mysql-root-password
    check "mysql did start anew for it" refused same_life mysql "${lives[mysql]}"
    check "mysql takes its users" takes mysql "$(secret mysql-secrets mysql-password-cmn)"
    check "mysql refuses the old password after a start" refused takes mysql "${before[mysql]}"
  fi
}
