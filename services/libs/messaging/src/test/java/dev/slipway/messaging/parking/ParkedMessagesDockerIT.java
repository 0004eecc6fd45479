package dev.slipway.messaging.parking;

import dev.slipway.test.EnabledWithDocker;
import dev.slipway.test.UseMiddleware;
import dev.slipway.test.UseMiddleware.Kind;

@EnabledWithDocker
@UseMiddleware(
        value = {Kind.MYSQL, Kind.RABBITMQ},
        docker = true)
class ParkedMessagesDockerIT extends ParkedMessagesIT {}
