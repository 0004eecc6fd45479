# shellcheck shell=bash
# Do the members of a server form one cluster, and does it outlive one of them? Sourced by 'run'.

within() { # SECONDS COMMAND...
  local until=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do [ $SECONDS -lt $until ] || return 1; sleep 1; done
}
redis_other() { local now; now=$(redis_primary); [ -n "$now" ] && [ "$now" != "$1" ]; }
redis_together() { redis_say "$(redis_primary)" "$(redis_password)" ROLE | grep -c 'redis-[0-9]' | finds -x "$(($(replicas redis) - 1))"; }
rabbitmq_together() { [ "$(rabbit rabbitmqctl -q list_unresponsive_queues >/dev/null 2>&1; rabbit rabbitmqctl -q cluster_status --formatter json | grep -o '"running_nodes":\[[^]]*\]' | grep -o 'rabbit@' | wc -l)" = "$(replicas rabbitmq)" ]; }
# Every member knows every member, and knows it as healthy.
nacos_together() {
  local number token count
  count=$(replicas nacos)
  token=$(nacos_ask 0 POST user/login "username=nacos&password=$(secret nacos-secrets nacos-password)" | sed -n 's/.*"accessToken":"\([^"]*\)".*/\1/p')
  for number in $(seq 0 $((count - 1))); do
    [ "$(nacos_ask "$number" GET "core/cluster/node/list?accessToken=$token" | grep -o '"state":"UP"' | wc -l)" = "$count" ] || return 1
  done
}
stays_unready() { # POD: it has started, and goes on not being ready
  k wait --for=jsonpath='{.status.containerStatuses[0].started}'=true "pod/$1" --timeout=300s || return 1
  ! k wait --for=condition=Ready "pod/$1" --timeout=30s
}
alone() { # SET: without the others a member is of no use, and says so: one that had them, and one that starts
  local count number
  count=$(replicas "$1")
  k scale "statefulset/$1" --replicas=1 >/dev/null
  for number in $(seq 1 $((count - 1))); do k wait --for=delete "pod/$1-$number" --timeout=180s >/dev/null; done
  check "$1: its first member is not ready any more without the others" k wait --for=condition=Ready=false "pod/$1-0" --timeout=120s
  k delete pod "$1-0" >/dev/null
  check "$1: its first member alone is not ready" stays_unready "$1-0"
  k scale "statefulset/$1" --replicas="$count" >/dev/null
  ready "$1"
}
cluster_checks() {
  local primary node
  if has redis && [ "$(replicas redis)" -gt 1 ]; then
    check "redis: every replica follows" within 60 redis_together
    primary=$(redis_primary)
    # Were it back at once, nobody would have to take its place.
    node=$(k get pod "$primary" -o 'jsonpath={.spec.nodeName}')
    "$kubectl" cordon "$node" >/dev/null
    check "redis: $primary is killed and finds no node" k delete pod "$primary" --grace-period=0 --force
    check "redis: the sentinels have chosen another primary" within 90 redis_other "$primary"
    say "        it is $(redis_primary 2>/dev/null)"
    "$kubectl" uncordon "$node" >/dev/null
    check "redis: what was written is there" redis_kept
    ready redis
    check "redis: every replica follows the new one" within 60 redis_together
    check "redis: takes writes" redis_set
    alone redis
    check "redis: takes writes again" within 60 redis_set
  fi
  if has rabbitmq && [ "$(replicas rabbitmq)" -gt 1 ]; then check "rabbitmq: all members are in one cluster" within 60 rabbitmq_together; fi
  if has nacos && [ "$(replicas nacos)" -gt 1 ]; then
    check "nacos: every member knows all members as up" within 60 nacos_together
    alone nacos
    check "nacos: every member knows all members as up again" within 60 nacos_together
  fi
  if has mysql && k get statefulset mysql-replica >/dev/null 2>&1; then check "mysql: the replica follows" k exec mysql-replica-0 -- bash /etc/slipway/settings/replicating.sh; fi
}
