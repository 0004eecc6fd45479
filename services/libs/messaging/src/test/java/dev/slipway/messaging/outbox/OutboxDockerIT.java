package dev.slipway.messaging.outbox;

import dev.slipway.test.EnabledWithDocker;
import dev.slipway.test.UseMiddleware;
import dev.slipway.test.UseMiddleware.Kind;

@EnabledWithDocker
@UseMiddleware(
        value = {Kind.MYSQL, Kind.RABBITMQ},
        docker = true)
class OutboxDockerIT extends OutboxIT {}
