package dev.slipway.user;

import dev.slipway.test.EnabledWithDocker;
import dev.slipway.test.UseMiddleware;
import dev.slipway.test.UseMiddleware.Kind;

@EnabledWithDocker
@UseMiddleware(
        value = {Kind.MYSQL, Kind.REDIS, Kind.RABBITMQ},
        docker = true)
class PatientDockerIT extends PatientIT {}
