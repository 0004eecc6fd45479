#!/bin/bash
# Starts a RabbitMQ node with its login and the cookie that members know each other by.
set -euo pipefail
umask 077
secrets=/etc/slipway/secrets
export RABBITMQ_CONFIG_FILE=/run/slipway/rabbitmq.conf
{
  cat /etc/slipway/settings/rabbitmq.conf
  printf 'default_user = slipway\ndefault_pass = %s\ndefault_user_tags.administrator = false\n' \
    "$(<"$secrets/rabbitmq-password")"
} >"$RABBITMQ_CONFIG_FILE"
cookie=$HOME/.erlang.cookie
rm -f "$cookie"
install -m 400 "$secrets/rabbitmq-cookie" "$cookie"
exec docker-entrypoint.sh rabbitmq-server
