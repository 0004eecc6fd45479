#!/bin/bash
# Whether this member is of use: it has what it needs, and sees more than half of all members. Its own page of health goes
# on naming the leader that it once had; without the others there is none.
set -euo pipefail
get() { # PORT PATH [HEADER]
  exec 3<>"/dev/tcp/127.0.0.1/$1"
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n' "$2" "${3:+$3$'\r\n'}" >&3
  timeout 2 cat <&3
}
health=$(get "$NACOS_CONSOLE_PORT" /v3/console/health/readiness)
[[ $health == "HTTP/1.1 200"* ]] || { echo "its page of health: ${health%%$'\r'*}" >&2; exit 1; }
# Members know each other by this header.
identity="$NACOS_AUTH_IDENTITY_KEY: $(</etc/slipway/secrets/nacos-identity-value)"
read -ra members <<<"$NACOS_SERVERS"
up=$(get "$NACOS_APPLICATION_PORT" /nacos/v3/admin/core/cluster/node/list "$identity" | { grep -o '"state":"UP"' || true; } | wc -l)
if ((up * 2 <= ${#members[@]})); then
  echo "sees $up of ${#members[@]} members" >&2
  exit 1
fi
