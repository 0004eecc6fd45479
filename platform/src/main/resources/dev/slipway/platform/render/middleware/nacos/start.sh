#!/bin/bash
# Starts Nacos. Its secrets are properties of a file in memory; where its own settings ask for them, they are told the
# names of these, which Nacos resolves itself: no value stands in an environment or in an argument.
set -euo pipefail
umask 077
secrets=/etc/slipway/secrets
{
  # Otherwise its health page says that it is ready before it has what the others know, and a leader.
  echo nacos.naming.data.warmup=true
  echo nacos.core.protocol.raft.strict-mode=true
  for secret in nacos-token-key nacos-identity-value mysql-password-nacos; do
    [ ! -e "$secrets/$secret" ] || echo "slipway.$secret=$(<"$secrets/$secret")"
  done
} >/home/nacos/init.d/application.properties
export NACOS_AUTH_TOKEN='${slipway.nacos-token-key}' NACOS_AUTH_IDENTITY_VALUE='${slipway.nacos-identity-value}'
[ -z "${MYSQL_SERVICE_HOST:-}" ] || export MYSQL_SERVICE_PASSWORD='${slipway.mysql-password-nacos}'

# Its own settings of logs are for files, many of up to 2 GB each.
cp -f /etc/slipway/settings/nacos-logback.xml conf/

# Whoever calls first is given the account of the administrator: that is this script.
claim() {
  local body
  body=password=$(<"$secrets/nacos-password")
  exec 3<>"/dev/tcp/127.0.0.1/$NACOS_APPLICATION_PORT"
  printf 'POST /nacos/v3/auth/user/admin HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n' >&3
  printf 'Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s' "${#body}" "$body" >&3
  local answer
  answer=$(timeout 10 head -n 1 <&3)
  # 409: it was claimed in an earlier life.
  [[ $answer == *" 200"* || $answer == *" 409"* ]]
}
if [ "${HOSTNAME##*-}" = 0 ]; then
  (until (claim) 2>/dev/null; do sleep 0.5; done) &
fi
exec bash bin/docker-startup.sh
