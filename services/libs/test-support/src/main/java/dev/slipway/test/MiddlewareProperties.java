package dev.slipway.test;

import dev.slipway.test.UseMiddleware.Kind;
import java.util.Map;

/** What a Spring service is told about its servers. */
final class MiddlewareProperties {

    private MiddlewareProperties() {}

    static void claim(Kind kind, boolean docker, Map<String, Object> properties) {
        switch (kind) {
            case MYSQL -> mysql((docker ? DockerMiddleware.mysql() : Middleware.mysql()).createDatabase(), properties);
            case REDIS -> redis(docker ? DockerMiddleware.redis() : Middleware.redis(), properties);
            case RABBITMQ -> rabbitmq(docker ? DockerMiddleware.rabbitmq() : Middleware.rabbitmq(), properties);
            case MONGODB -> mongodb(docker ? DockerMiddleware.mongodb() : Middleware.mongodb(), properties);
            case NACOS -> nacos(Middleware.nacos(), properties);
        }
    }

    private static void mysql(Mysql.Database database, Map<String, Object> properties) {
        properties.put("MYSQL_ADDRESS", database.server().address());
        properties.put("mysql-password", database.login().password());
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.login().user());
        properties.put("spring.datasource.password", database.login().password());
    }

    private static void redis(Redis redis, Map<String, Object> properties) {
        properties.put("REDIS_HOST", redis.server().host());
        properties.put("REDIS_PORT", redis.server().port());
        properties.put("redis-password", redis.password());
        properties.put("spring.data.redis.host", redis.server().host());
        properties.put("spring.data.redis.port", redis.server().port());
        properties.put("spring.data.redis.password", redis.password());
        properties.put("spring.data.redis.database", redis.claimDatabase());
    }

    private static void rabbitmq(Rabbitmq rabbitmq, Map<String, Object> properties) {
        properties.put("RABBITMQ_HOST", rabbitmq.server().host());
        properties.put("RABBITMQ_PORT", rabbitmq.server().port());
        properties.put("rabbitmq-password", rabbitmq.login().password());
        properties.put("spring.rabbitmq.host", rabbitmq.server().host());
        properties.put("spring.rabbitmq.port", rabbitmq.server().port());
        properties.put("spring.rabbitmq.username", rabbitmq.login().user());
        properties.put("spring.rabbitmq.password", rabbitmq.login().password());
        properties.put("spring.rabbitmq.virtual-host", rabbitmq.claimVirtualHost());
    }

    private static void mongodb(Mongodb mongodb, Map<String, Object> properties) {
        properties.put("MONGODB_HOST", mongodb.server().host());
        properties.put("MONGODB_PORT", mongodb.server().port());
        properties.put("mongodb-password", mongodb.login().password());
        properties.put("spring.data.mongodb.host", mongodb.server().host());
        properties.put("spring.data.mongodb.port", mongodb.server().port());
        properties.put("spring.data.mongodb.authentication-database", "admin");
        properties.put("spring.data.mongodb.username", mongodb.login().user());
        properties.put("spring.data.mongodb.password", mongodb.login().password());
        properties.put("spring.data.mongodb.database", "test_" + Passwords.next());
    }

    private static void nacos(Nacos nacos, Map<String, Object> properties) {
        properties.put("NACOS_ADDRESS", nacos.server().address());
        properties.put("nacos-password", nacos.login().password());
        properties.put("spring.cloud.nacos.config.enabled", "true");
        properties.put("spring.cloud.nacos.discovery.enabled", "true");
    }
}
