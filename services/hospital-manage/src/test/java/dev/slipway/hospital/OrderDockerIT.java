package dev.slipway.hospital;

import dev.slipway.test.EnabledWithDocker;
import dev.slipway.test.UseMiddleware;
import dev.slipway.test.UseMiddleware.Kind;

@EnabledWithDocker
@UseMiddleware(value = Kind.MYSQL, docker = true)
class OrderDockerIT extends OrderIT {}
