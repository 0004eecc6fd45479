package dev.slipway.order;

import dev.slipway.test.EnabledWithDocker;
import dev.slipway.test.UseMiddleware;
import dev.slipway.test.UseMiddleware.Kind;

@EnabledWithDocker
@UseMiddleware(
        value = {Kind.MYSQL, Kind.RABBITMQ},
        docker = true)
class MessagesDockerIT extends MessagesIT {}
