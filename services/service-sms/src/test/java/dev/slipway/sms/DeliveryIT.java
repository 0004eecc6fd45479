package dev.slipway.sms;

import dev.slipway.test.Middleware;
import dev.slipway.test.Redis;
import dev.slipway.test.UseMiddleware;
import dev.slipway.test.UseMiddleware.Kind;

@UseMiddleware({Kind.REDIS, Kind.RABBITMQ})
class DeliveryIT extends DeliveryTest {
    @Override
    Redis redis() {
        return Middleware.redis();
    }
}
