package dev.slipway.sms;

import dev.slipway.test.DockerMiddleware;
import dev.slipway.test.EnabledWithDocker;
import dev.slipway.test.Redis;
import dev.slipway.test.UseMiddleware;
import dev.slipway.test.UseMiddleware.Kind;

@EnabledWithDocker
@UseMiddleware(
        value = {Kind.REDIS, Kind.RABBITMQ},
        docker = true)
class DeliveryDockerIT extends DeliveryIT {
    @Override
    Redis redis() {
        return DockerMiddleware.redis();
    }
}
