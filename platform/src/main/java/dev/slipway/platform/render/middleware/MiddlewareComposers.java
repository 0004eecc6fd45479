package dev.slipway.platform.render.middleware;

import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.spec.Middleware;
import dev.slipway.platform.spec.MiddlewareKind;

/** Which composer makes which middleware. */
public final class MiddlewareComposers {
    private MiddlewareComposers() {}

    /** What runs unless the description names another image. */
    public static String pinnedImage(MiddlewareKind kind) {
        return switch (kind) {
            case MYSQL -> MysqlComposer.IMAGE;
            case REDIS -> RedisComposer.IMAGE;
            case MONGODB -> MongodbComposer.IMAGE;
            case RABBITMQ -> RabbitmqComposer.IMAGE;
            case NACOS -> NacosComposer.IMAGE;
            case SENTINEL_DASHBOARD -> SentinelDashboardComposer.IMAGE;
        };
    }

    /** The composer of a middleware that runs on the cluster itself. */
    public static Composer of(MiddlewareKind kind, Middleware description, Context context) {
        var server = new Server(kind, description, context);
        return switch (kind) {
            case MYSQL -> new MysqlComposer(server);
            case REDIS -> new RedisComposer(server);
            case MONGODB -> new MongodbComposer(server);
            case RABBITMQ -> new RabbitmqComposer(server);
            case NACOS -> new NacosComposer(server);
            case SENTINEL_DASHBOARD -> new SentinelDashboardComposer(server);
        };
    }
}
