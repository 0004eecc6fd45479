package dev.slipway.test;

import dev.slipway.local.Login;
import dev.slipway.local.MongodbServer;
import dev.slipway.local.MysqlServer;
import dev.slipway.local.NacosPorts;
import dev.slipway.local.NacosSecrets;
import dev.slipway.local.NacosServer;
import dev.slipway.local.RabbitmqServer;
import dev.slipway.local.RedisServer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The servers of this test JVM: each starts when it is first asked for, which takes a second (MySQL, Redis) to several
 * (the others), and is the same for every test.
 *
 * <p>A test that stops or kills one starts it again before it ends, or every test after it fails.
 */
public final class Middleware {

    /** As many test classes can have a virtual host of their own in one JVM. */
    private static final int VIRTUAL_HOSTS = 10;

    private static final Once<Mysql> MYSQL = new Once<>(Middleware::startMysql);
    private static final Once<Redis> REDIS = new Once<>(Middleware::startRedis);
    private static final Once<Rabbitmq> RABBITMQ = new Once<>(Middleware::startRabbitmq);
    private static final Once<Mongodb> MONGODB = new Once<>(Middleware::startMongodb);
    private static final Once<Nacos> NACOS = new Once<>(Middleware::startNacos);

    private Middleware() {}

    public static Mysql mysql() {
        return MYSQL.get();
    }

    public static Redis redis() {
        return REDIS.get();
    }

    public static Rabbitmq rabbitmq() {
        return RABBITMQ.get();
    }

    public static Mongodb mongodb() {
        return MONGODB.get();
    }

    public static Nacos nacos() {
        return NACOS.get();
    }

    private static Mysql startMysql() {
        int port = FreePort.next();
        String password = Passwords.next();
        return new Mysql(
                Workplace.start(
                        port, data -> new MysqlServer(data, Workplace.binaries(), port, password, Map.of()), "mysql"),
                new Login("root", password));
    }

    private static Redis startRedis() {
        int port = FreePort.next();
        String password = Passwords.next();
        return new Redis(
                Workplace.start(port, data -> new RedisServer(data, Workplace.binaries(), port, password), "redis"),
                password);
    }

    private static Rabbitmq startRabbitmq() {
        int port = FreePort.next();
        Login login = new Login("slipway", Passwords.next());
        List<String> hosts = IntStream.rangeClosed(1, VIRTUAL_HOSTS)
                .mapToObj(number -> "test" + number)
                .toList();
        return new Rabbitmq(
                Workplace.start(
                        port,
                        data -> new RabbitmqServer(data, Workplace.jars().rabbitmq(), port, login, hosts),
                        "rabbitmq"),
                login,
                new Claims<>(hosts));
    }

    private static Mongodb startMongodb() {
        int port = FreePort.next();
        Login login = new Login("slipway", Passwords.next());
        return new Mongodb(
                Workplace.start(
                        port, data -> new MongodbServer(data, Workplace.jars().mongodb(), port, login), "mongodb"),
                login);
    }

    private static Nacos startNacos() {
        NacosPorts ports = FreePort.forNacos();
        NacosSecrets secrets = new NacosSecrets(Passwords.next(), Passwords.base64Key(), Passwords.next());
        return new Nacos(
                Workplace.start(
                        ports.server(),
                        data -> new NacosServer(data, Workplace.jars().nacos(), ports, secrets),
                        "nacos"),
                ports,
                new Login(NacosServer.ADMINISTRATOR, secrets.password()));
    }
}
