package dev.slipway.platform.render.middleware;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Shared;
import dev.slipway.platform.secrets.SecretName;
import dev.slipway.platform.secrets.SecretPlan;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.spec.Service;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * MySQL: one primary, which all clients use, and {@code replicas - 1} replicas, which follow it. Nobody makes a replica the
 * primary by itself.
 */
record MysqlComposer(Server server) implements Composer {
    static final String IMAGE = "docker.io/library/mysql:8.4.6";

    private static final String PORT = "mysql";
    private static final String ROLE = "slipway.dev/role";

    private static final int USUAL_CONNECTIONS = 300;

    /** A restored dump is replayed before the first answer. */
    private static final Duration START = Duration.ofMinutes(30);

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Override
    public Stream<Manifest> manifests() {
        var workloads = new ArrayList<HasMetadata>(List.of(set("primary")));
        if (server.clustered()) {
            workloads.add(set("replica"));
        }
        Map<String, Integer> ports = Map.of(PORT, server.port());
        return server.manifests(
                workloads,
                List.of(
                        server.settings(settings()),
                        clients(ports),
                        Shared.headless(server.context(), server.members(), server.name(), ports),
                        Edges.of(server.context(), server.name(), server.portsOfMembers(), server.rotated())));
    }

    @Override
    public Stream<GeneratedSecret> secrets() {
        var environment = server.context().environment();
        var keys = new TreeMap<String, SecretName>();
        keys.put("mysql-root-password", SecretPlan.named(environment, "mysql-root-password"));
        keys.put("mysql-probe-password", SecretName.password("mysql-probe-password"));
        if (server.clustered()) {
            keys.put("mysql-replication-password", SecretName.shortPassword("mysql-replication-password"));
        }
        schemas()
                .forEach(schema ->
                        keys.put("mysql-password-" + schema, SecretName.password("mysql-password-" + schema)));
        return Stream.of(server.context().secret(server.name(), keys));
    }

    /** Only to the primary. */
    private HasMetadata clients(Map<String, Integer> ports) {
        return new ServiceBuilder(Shared.service(server.context(), server.name(), ports))
                .editSpec()
                .addToSelector(ROLE, "primary")
                .endSpec()
                .build();
    }

    /** Without their prefix: those of the services, and the one of Nacos if it keeps its data here. */
    private Set<String> schemas() {
        var environment = server.context().environment();
        var schemas = new TreeSet<String>();
        environment.services().values().stream()
                .map(Service::schema)
                .filter(Objects::nonNull)
                .forEach(schemas::add);
        var nacos = environment.middleware().get(MiddlewareKind.NACOS);
        if (nacos != null && nacos.needs().contains(server.name())) {
            schemas.add(NacosComposer.SCHEMA);
        }
        return schemas;
    }

    private StatefulSet set(String role) {
        var labels = Map.of(ROLE, role);
        var pod = new ServerPod(server);
        var spec = pod.withSettings(pod.spec(STOP)).withContainers(container(pod, role));
        return new ServerSet(server)
                .of(
                        role.equals("primary") ? server.name() : server.name() + "-" + role,
                        role.equals("primary") ? 1 : server.description().replicas() - 1,
                        labels,
                        pod.template(spec, labels, settings()));
    }

    private Container container(ServerPod pod, String role) {
        return pod.scripted(server.name(), server.image(IMAGE), "start.sh")
                .withEnv(ServerPod.variables(variables(role)))
                .addToPorts(Shared.port(PORT, server.port()))
                .withStartupProbe(ServerPod.patientStart(ping(), START, PERIOD, TIMEOUT))
                .withReadinessProbe(asked(Probes.readiness(
                        role.equals("primary") ? ping() : Probes.exec(ServerPod.script("replicating.sh")))))
                .withLivenessProbe(Probes.liveness(Probes.tcp(PORT)))
                .addToVolumeMounts(ServerPod.mount(ServerPod.DATA, "/var/lib/mysql", false))
                .build();
    }

    private Map<String, String> variables(String role) {
        var variables = new TreeMap<String, String>();
        variables.put("ROLE", role);
        if (role.equals("primary")) {
            variables.put("SCHEMAS", String.join(" ", schemas()));
            if (server.clustered()) {
                variables.put("REPLICATED", "yes");
            }
        } else {
            variables.put("SOURCE_HOST", server.member(0));
            variables.put("SOURCE_PORT", Integer.toString(server.port()));
        }
        return variables;
    }

    /** The password is in the file: an argument could be read in the list of processes. */
    private static ProbeBuilder ping() {
        return Probes.exec("mysqladmin", "--defaults-file=/run/slipway/probe.cnf", "ping");
    }

    private static Probe asked(Probe probe) {
        return ServerPod.patient(probe, PERIOD, TIMEOUT);
    }

    /** For the Job that tells it of new passwords. */
    Map<String, String> rotationVariables() {
        return Map.of("MYSQL_HOST", server.name(), "MYSQL_PORT", Integer.toString(server.port()));
    }

    private Map<String, String> settings() {
        var files = new TreeMap<String, String>();
        Stream.of("start.sh", "rotate.sh").forEach(name -> files.put(name, Texts.of("mysql/" + name)));
        files.put("master.cnf", options());
        if (server.clustered()) {
            files.put("replica.cnf", options() + "super-read-only = ON\nreplica-preserve-commit-order = ON\n");
            files.put("replicating.sh", Texts.of("mysql/replicating.sh"));
        }
        return files;
    }

    private int connections() {
        return Optional.ofNullable(server.description().connections()).orElse(USUAL_CONNECTIONS);
    }

    private String options() {
        return """
                [mysqld]
                datadir = /var/lib/mysql/data
                tmpdir = /var/lib/mysql/tmp
                socket = /tmp/mysqld.sock
                pid-file = /tmp/mysqld.pid
                port = %d
                mysqlx = OFF
                secure-file-priv = NULL
                skip-name-resolve
                host-cache-size = 0
                character-set-server = utf8mb4
                default-time-zone = '+00:00'
                max-connections = %d
                table-open-cache = 800
                table-definition-cache = 800
                innodb-buffer-pool-size = %dM
                gtid-mode = ON
                enforce-gtid-consistency = ON
                log-bin = binlog
                binlog-expire-logs-seconds = 604800
                """.formatted(server.port(), connections(), server.memory().mebibytes() * 2 / 5);
    }
}
