package dev.slipway.platform.render.middleware;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Needs;
import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Scratch;
import dev.slipway.platform.render.part.SecretFiles;
import dev.slipway.platform.render.part.Security;
import dev.slipway.platform.render.part.Shared;
import dev.slipway.platform.render.service.ConfigurationComposer;
import dev.slipway.platform.secrets.SecretName;
import dev.slipway.platform.secrets.SecretPlan;
import dev.slipway.platform.spec.MiddlewareKind;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Nacos: one server with its own store, or with MySQL when it {@code needs} it; several always keep their data in MySQL. It
 * has authentication on, with keys that are generated: on known ones it refuses to start.
 */
record NacosComposer(Server server) implements Composer {
    /** Of its data in MySQL, without the prefix of all schemas. */
    static final String SCHEMA = "nacos";

    static final String IMAGE = "docker.io/nacos/nacos-server:v3.1.0";

    private static final String PORT = "http";
    private static final String CONSOLE = "console";
    private static final int CONSOLE_PORT = 8080;
    private static final String DATABASE_PASSWORD = "mysql-password-" + SCHEMA;
    private static final String POOL_SIZE = "20";
    private static final String READY = "ready.sh";
    private static final String HOME = "/home/nacos";
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);

    @Override
    public Stream<Manifest> manifests() {
        var context = server.context();
        return server.manifests(
                List.of(set()),
                List.of(
                        server.settings(settings()),
                        Shared.service(context, server.name(), clientPorts()),
                        Shared.headless(context, server.members(), server.name(), allPorts()),
                        Edges.of(
                                context,
                                server.name(),
                                server.clustered() ? Set.copyOf(allPorts().values()) : Set.of(),
                                new Edges.More(
                                        List.of(Edges.from(
                                                context, ConfigurationComposer.COMPONENT, Set.of(server.port()))),
                                        List.of()))));
    }

    @Override
    public Stream<GeneratedSecret> secrets() {
        return secretFiles().generated();
    }

    private SecretFiles secretFiles() {
        var environment = server.context().environment();
        var keys = new TreeMap<String, SecretName>();
        Stream.of("nacos-password", "nacos-token-key", "nacos-identity-value")
                .forEach(name -> keys.put(name, SecretPlan.named(environment, name)));
        if (onMysql()) {
            keys.put(DATABASE_PASSWORD, SecretName.password(DATABASE_PASSWORD));
        }
        return new SecretFiles(server.context(), server.name(), keys);
    }

    private boolean onMysql() {
        return server.needs(MiddlewareKind.MYSQL);
    }

    private Map<String, Integer> clientPorts() {
        return Map.of(PORT, server.port(), "grpc", derived("grpc"));
    }

    private Map<String, Integer> allPorts() {
        return Map.of(
                PORT,
                server.port(),
                "grpc",
                derived("grpc"),
                "grpc-cluster",
                derived("grpc-cluster"),
                "raft",
                derived("raft"),
                CONSOLE,
                console());
    }

    private int derived(String name) {
        return server.kind().derivedPorts(server.port()).getOrDefault(name, server.port());
    }

    private int console() {
        return server.description().ports().getOrDefault(CONSOLE, CONSOLE_PORT);
    }

    private StatefulSet set() {
        var pod = new ServerPod(server);
        var spec = pod.withSettings(pod.spec(STOP, secretFiles()))
                .addToInitContainers(ownSettings())
                .addToContainers(container(pod));
        if (onMysql()) {
            spec.addToInitContainers(tables(pod));
        }
        return new ServerSet(server)
                .of(server.name(), server.description().replicas(), Map.of(), pod.template(spec, Map.of(), settings()));
    }

    /** The folder of settings that comes with the image is written to at each start, so it is copied. */
    private Container ownSettings() {
        return small(new ContainerBuilder(), "settings", server.image(IMAGE))
                .withCommand("cp", "-r", HOME + "/conf", "/tmp/")
                .addToVolumeMounts(Scratch.mount("/tmp/conf", "conf"))
                .build();
    }

    private Container tables(ServerPod pod) {
        var mysql = server.context().environment().middleware().get(MiddlewareKind.MYSQL);
        String image = mysql == null
                ? MysqlComposer.IMAGE
                : new Server(MiddlewareKind.MYSQL, mysql, server.context()).image(MysqlComposer.IMAGE);
        return small(pod.scripted("tables", image, "tables.sh"), "tables", image)
                .withEnv(ServerPod.variables(database()))
                .addToVolumeMounts(Scratch.mount("/tmp/conf", "conf"))
                .build();
    }

    private static ContainerBuilder small(ContainerBuilder container, String name, String image) {
        return container
                .withName(name)
                .withImage(image)
                .withImagePullPolicy("IfNotPresent")
                .withResources(Needs.of("128Mi", "50m", "1", "64Mi"))
                .withSecurityContext(Security.container());
    }

    private Container container(ServerPod pod) {
        var container = pod.scripted(server.name(), server.image(IMAGE), "start.sh")
                .withWorkingDir(HOME)
                .addToEnv(ServerPod.podName())
                .addAllToEnv(ServerPod.variables(variables()))
                .withStartupProbe(Probes.startup(Probes.http("/v3/console/health/liveness", CONSOLE), START))
                .withReadinessProbe(Probes.readiness(ready()))
                .withLivenessProbe(Probes.liveness(Probes.http("/v3/console/health/liveness", CONSOLE)))
                .addToVolumeMounts(
                        ServerPod.folder("nacos", HOME + "/data"),
                        ServerPod.mount("handed", HOME + "/init.d", false),
                        Scratch.mount(HOME + "/conf", "conf"),
                        Scratch.mount(HOME + "/logs", "logs"),
                        Scratch.mount(HOME + "/work", "work"));
        new TreeMap<>(allPorts()).forEach((name, port) -> container.addToPorts(Shared.port(name, port)));
        return container.build();
    }

    /** One alone is its own leader; of several, each has to see the majority that chooses one. */
    private ProbeBuilder ready() {
        return server.clustered()
                ? Probes.exec(ServerPod.script(READY))
                : Probes.http("/v3/console/health/readiness", CONSOLE);
    }

    private Map<String, String> variables() {
        long megabytes = server.memory().mebibytes();
        var variables = new TreeMap<>(Map.of(
                "JAVA_OPT",
                "-Duser.home=/tmp -XX:+ExitOnOutOfMemoryError -Duser.timezone=UTC",
                "JVM_XMS",
                megabytes * 2 / 5 + "m",
                "JVM_XMX",
                megabytes * 2 / 5 + "m",
                "JVM_XMN",
                megabytes / 5 + "m",
                "MODE",
                server.clustered() ? "cluster" : "standalone",
                "NACOS_APPLICATION_PORT",
                Integer.toString(server.port()),
                "NACOS_AUTH_ENABLE",
                "true",
                "NACOS_AUTH_IDENTITY_KEY",
                "slipway-member",
                "NACOS_CONSOLE_PORT",
                Integer.toString(console())));
        if (server.clustered()) {
            variables.put("PREFER_HOST_MODE", "hostname");
            variables.put("NACOS_SERVER_IP", "$(POD_NAME)." + server.context().address(server.members()));
            variables.put("NACOS_SERVERS", server.memberList(server.port(), " "));
        }
        if (onMysql()) {
            variables.put("SPRING_DATASOURCE_PLATFORM", "mysql");
            variables.putAll(database());
            variables.put("MYSQL_POOL_SIZE", POOL_SIZE);
            variables.merge("JAVA_OPT", " -Ddb.pool.config.maximumPoolSize=" + POOL_SIZE, String::concat);
        }
        return variables;
    }

    private Map<String, String> database() {
        return Map.of(
                "MYSQL_SERVICE_DB_NAME",
                "slipway_" + SCHEMA,
                "MYSQL_SERVICE_HOST",
                MiddlewareKind.MYSQL.toString(),
                "MYSQL_SERVICE_PORT",
                Integer.toString(server.context().environment().port(MiddlewareKind.MYSQL)),
                "MYSQL_SERVICE_USER",
                "slipway_" + SCHEMA);
    }

    private Map<String, String> settings() {
        var files = new TreeMap<String, String>();
        Stream.of("start.sh", "nacos-logback.xml").forEach(name -> files.put(name, Texts.of("nacos/" + name)));
        if (server.clustered()) {
            files.put(READY, Texts.of("nacos/" + READY));
        }
        if (onMysql()) {
            files.put("tables.sh", Texts.of("nacos/tables.sh"));
        }
        return files;
    }
}
