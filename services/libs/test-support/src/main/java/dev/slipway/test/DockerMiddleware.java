package dev.slipway.test;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.local.Login;
import dev.slipway.local.MongodbServer;
import dev.slipway.local.MysqlServer;
import dev.slipway.local.RabbitmqServer;
import dev.slipway.local.RedisServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * The servers that production runs, in containers, with the handles of {@link Middleware}: what holds for both is
 * tested against both. Each starts at its first use and serves the whole test JVM.
 */
public final class DockerMiddleware {

    private static final List<String> VIRTUAL_HOSTS = List.of("test1", "test2", "test3");

    /** Made by one command inside the container: each starts an Erlang of its own. */
    private static final String DEFINITIONS = "/definitions.json";

    private static final Once<Mysql> MYSQL = new Once<>(DockerMiddleware::startMysql);
    private static final Once<Redis> REDIS = new Once<>(DockerMiddleware::startRedis);
    private static final Once<Rabbitmq> RABBITMQ = new Once<>(DockerMiddleware::startRabbitmq);
    private static final Once<Mongodb> MONGODB = new Once<>(DockerMiddleware::startMongodb);

    private DockerMiddleware() {}

    /** MySQL 8.4. */
    public static Mysql mysql() {
        return MYSQL.get();
    }

    /** Redis 7. */
    public static Redis redis() {
        return REDIS.get();
    }

    /** RabbitMQ 4. */
    public static Rabbitmq rabbitmq() {
        return RABBITMQ.get();
    }

    /** MongoDB 7. */
    public static Mongodb mongodb() {
        return MONGODB.get();
    }

    private static Mysql startMysql() {
        Login root = new Login("root", Passwords.next());
        int port = FreePort.next();
        ServerContainer server = new ServerContainer(
                container("mysql:8.4").withEnv("MYSQL_ROOT_PASSWORD", root.password()),
                3306,
                // Only asked whether it is ready; nothing is written to its folders.
                new MysqlServer(Path.of("mysql"), Path.of("mysql"), port, root.password(), Map.of()),
                port);
        server.start();
        return new Mysql(server, root);
    }

    private static Redis startRedis() {
        String password = Passwords.next();
        int port = FreePort.next();
        ServerContainer server = new ServerContainer(
                container("redis:7")
                        .withCommand(
                                "redis-server", "--requirepass", password, "--databases", "128", "--appendonly", "yes"),
                6379,
                new RedisServer(Path.of("redis"), Path.of("redis"), port, password),
                port);
        server.start();
        return new Redis(server, password);
    }

    private static Rabbitmq startRabbitmq() {
        Login login = new Login("slipway", Passwords.next());
        int port = FreePort.next();
        ServerContainer server = new ServerContainer(
                container("rabbitmq:4")
                        .withEnv("RABBITMQ_DEFAULT_USER", login.user())
                        .withEnv("RABBITMQ_DEFAULT_PASS", login.password())
                        .withCopyToContainer(Transferable.of(virtualHosts(login.user())), DEFINITIONS),
                5672,
                new RabbitmqServer(Path.of("rabbitmq"), Path.of("rabbitmq"), port, login),
                port);
        server.start();
        server.run("rabbitmqctl", "import_definitions", DEFINITIONS);
        return new Rabbitmq(server, login, new Claims<>(VIRTUAL_HOSTS));
    }

    private static String virtualHosts(String user) {
        var definitions = JsonNodeFactory.instance.objectNode();
        for (String host : VIRTUAL_HOSTS) {
            definitions.withArray("vhosts").addObject().put("name", host);
            ObjectNode permission = definitions.withArray("permissions").addObject();
            permission.put("user", user).put("vhost", host);
            List.of("configure", "write", "read").forEach(right -> permission.put(right, ".*"));
        }
        return definitions.toString();
    }

    private static Mongodb startMongodb() {
        Login login = new Login("slipway", Passwords.next());
        int port = FreePort.next();
        ServerContainer server = new ServerContainer(
                container("mongo:7")
                        .withEnv("MONGO_INITDB_ROOT_USERNAME", login.user())
                        .withEnv("MONGO_INITDB_ROOT_PASSWORD", login.password()),
                27017,
                new MongodbServer(Path.of("mongodb"), Path.of("mongodb"), port, login),
                port);
        server.start();
        return new Mongodb(server, login);
    }

    private static GenericContainer<?> container(String image) {
        return new GenericContainer<>(DockerImageName.parse(image));
    }
}
