package dev.slipway.sms;

import dev.slipway.test.DockerMiddleware;
import dev.slipway.test.EnabledWithDocker;
import dev.slipway.test.Server;
import dev.slipway.test.UseMiddleware;
import dev.slipway.test.UseMiddleware.Kind;

@EnabledWithDocker
@UseMiddleware(
        value = {Kind.MYSQL, Kind.RABBITMQ},
        docker = true)
class DeliveryDockerIT extends DeliveryIT {
    @Override
    Server database() {
        return DockerMiddleware.mysql().server();
    }
}
