package dev.slipway.platform.stack.local;

import dev.slipway.local.LocalServer;
import dev.slipway.local.Login;
import dev.slipway.local.MongodbServer;
import dev.slipway.local.MysqlServer;
import dev.slipway.local.NacosPorts;
import dev.slipway.local.NacosSecrets;
import dev.slipway.local.NacosServer;
import dev.slipway.local.RabbitmqServer;
import dev.slipway.local.RedisServer;
import dev.slipway.local.ServerJars;
import dev.slipway.platform.secrets.Secrets;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.MiddlewareKind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the middleware servers of a stack. */
record ServerFactory(Environment environment, Path home, Path binaries, Secrets secrets) {
    private static final String USER = "slipway";

    /** @param data folder of this server */
    LocalServer server(MiddlewareKind kind, Path data, StackPorts ports) {
        int port = ports.of(kind.toString());
        var jars = new ServerJars(home);
        return switch (kind) {
            case NACOS ->
                new NacosServer(data, jars.nacos(), new NacosPorts(port, ports.of("nacos/console")), nacosSecrets());
            case MYSQL -> new MysqlServer(data, binaries, port, secrets.value("mysql-root-password"), schemas());
            case REDIS -> new RedisServer(data, binaries, port, secrets.value("redis-password"));
            case MONGODB ->
                new MongodbServer(data, jars.mongodb(), port, new Login(USER, secrets.value("mongodb-password")));
            case RABBITMQ ->
                new RabbitmqServer(data, jars.rabbitmq(), port, new Login(USER, secrets.value("rabbitmq-password")));
            case SENTINEL_DASHBOARD -> throw new IllegalArgumentException("a checked local description has no " + kind);
        };
    }

    private NacosSecrets nacosSecrets() {
        return new NacosSecrets(
                secrets.value("nacos-password"),
                secrets.value("nacos-token-key"),
                secrets.value("nacos-identity-value"));
    }

    /** All that are described, so that leaving a service out of one start takes nothing from it. */
    private Map<String, String> schemas() {
        var schemas = new LinkedHashMap<String, String>();
        environment.services().values().forEach(service -> {
            if (service.schema() != null) {
                schemas.put("slipway_" + service.schema(), secrets.value("mysql-password-" + service.schema()));
            }
        });
        return schemas;
    }
}
