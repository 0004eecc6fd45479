package dev.slipway.platform.render.middleware;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Needs;
import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Shared;
import dev.slipway.platform.secrets.SecretPlan;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Redis: one server; or a primary with replicas, and beside each of them a sentinel, which together choose the primary. */
record RedisComposer(Server server) implements Composer {
    static final String IMAGE = "docker.io/library/redis:7.2.11";

    private static final String PORT = "redis";
    private static final String SENTINEL = "sentinel";
    private static final int SENTINEL_PORT = 26379;
    private static final String PASSWORD = "redis-password";

    /** A large append-only file is read before the first answer. */
    private static final Duration START = Duration.ofMinutes(10);

    private static final Duration HAND_OVER = Duration.ofSeconds(20);
    private static final Duration STOP = Duration.ofSeconds(30);

    @Override
    public Stream<Manifest> manifests() {
        return server.manifests(
                List.of(set()),
                List.of(
                        server.settings(settings()),
                        Shared.service(server.context(), server.name(), Map.of(PORT, server.port())),
                        Shared.headless(server.context(), server.members(), server.name(), ports()),
                        edges()));
    }

    @Override
    public Stream<GeneratedSecret> secrets() {
        return Stream.of(server.context()
                .secret(
                        server.name(),
                        Map.of(PASSWORD, SecretPlan.named(server.context().environment(), PASSWORD))));
    }

    private Map<String, Integer> ports() {
        return server.clustered() ? Map.of(PORT, server.port(), SENTINEL, SENTINEL_PORT) : Map.of(PORT, server.port());
    }

    /** Where its members are asked. */
    static Set<Integer> portsOf(Server server) {
        return server.clustered() ? Set.of(server.port(), SENTINEL_PORT) : Set.of(server.port());
    }

    /** Clients ask the sentinels where the primary is. */
    private NetworkPolicy edges() {
        Stream<NetworkPolicyIngressRule> sentinels = server.clustered()
                ? server.context().callersOf(server.name()).stream()
                        .map(caller -> Edges.from(server.context(), caller, Set.of(SENTINEL_PORT)))
                : Stream.empty();
        return Edges.of(
                server.context(),
                server.name(),
                server.clustered() ? portsOf(server) : Set.of(),
                new Edges.More(
                        Stream.concat(sentinels, server.rotated().ingress().stream())
                                .toList(),
                        List.of()));
    }

    private StatefulSet set() {
        var pod = new ServerPod(server);
        Duration stop = server.clustered() ? STOP.plus(HAND_OVER) : STOP;
        var spec = pod.withSettings(pod.spec(stop)).addToContainers(redis(pod));
        if (server.clustered()) {
            spec.addToContainers(sentinel(pod));
        }
        return new ServerSet(server)
                .of(server.name(), server.description().replicas(), Map.of(), pod.template(spec, Map.of(), settings()));
    }

    private Container redis(ServerPod pod) {
        String port = Integer.toString(server.port());
        var container = withPort(pod.scripted(server.name(), server.image(IMAGE), "start.sh"), PORT, server.port())
                .withStartupProbe(Probes.startup(answers(port, "LOADING"), START))
                .withReadinessProbe(Probes.readiness(answers(port)))
                .withLivenessProbe(Probes.liveness(answers(port, "LOADING")));
        if (server.clustered()) {
            container.withLifecycle(ServerPod.beforeStop(ServerPod.script("hand-over.sh")));
        }
        return container.build();
    }

    private Container sentinel(ServerPod pod) {
        String port = Integer.toString(SENTINEL_PORT);
        return withPort(pod.scripted(SENTINEL, server.image(IMAGE), "sentinel.sh"), SENTINEL, SENTINEL_PORT)
                .withResources(Needs.of("64Mi", "20m", "500m", "16Mi"))
                .withStartupProbe(Probes.startup(answers(port), START))
                .withReadinessProbe(Probes.readiness(Probes.exec(ServerPod.script("quorum.sh"))))
                .withLivenessProbe(Probes.liveness(Probes.tcp(SENTINEL)))
                .build();
    }

    private ContainerBuilder withPort(ContainerBuilder container, String name, int port) {
        return container
                .withEnv(ServerPod.variables(variables()))
                .addToPorts(Shared.port(name, port))
                .addToVolumeMounts(ServerPod.folder("redis", "/data"));
    }

    private static ProbeBuilder answers(String... arguments) {
        return Probes.exec(Stream.concat(Stream.of(ServerPod.script("answers.sh")), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private Map<String, String> variables() {
        var variables = new TreeMap<String, String>();
        variables.put("REDIS_PORT", Integer.toString(server.port()));
        if (server.clustered()) {
            variables.put("MEMBERS_DOMAIN", server.context().address(server.members()));
            variables.put("MEMBERS", members());
            variables.put("QUORUM", Integer.toString(server.description().replicas() / 2 + 1));
            variables.put("HAND_OVER_SECONDS", Long.toString(HAND_OVER.toSeconds() / 2));
        }
        return variables;
    }

    private String members() {
        return IntStream.range(0, server.description().replicas())
                .mapToObj(server::member)
                .collect(Collectors.joining(" "));
    }

    /** For the Job that tells each member of a new password. */
    Map<String, String> rotationVariables() {
        var variables = new TreeMap<>(Map.of("MEMBERS", members(), "REDIS_PORT", Integer.toString(server.port())));
        if (server.clustered()) {
            variables.put("SENTINEL_PORT", Integer.toString(SENTINEL_PORT));
        }
        return variables;
    }

    private Map<String, String> settings() {
        var files = new TreeMap<String, String>();
        Stream.of("start.sh", "members.sh", "answers.sh", "rotate.sh")
                .forEach(name -> files.put(name, Texts.of("redis/" + name)));
        files.put("redis.conf", options());
        if (server.clustered()) {
            Stream.of("sentinel.sh", "quorum.sh", "hand-over.sh")
                    .forEach(name -> files.put(name, Texts.of("redis/" + name)));
            files.put("sentinel.conf", """
                    port %d
                    dir /tmp
                    protected-mode no
                    sentinel resolve-hostnames yes
                    sentinel announce-hostnames yes
                    """.formatted(SENTINEL_PORT));
        }
        return files;
    }

    /** Data may take 60 % of the memory: a rewrite of the append-only file copies the pages that change meanwhile. */
    private String options() {
        String alone = """
                port %d
                dir /data
                protected-mode no
                databases 128
                appendonly yes
                appendfsync everysec
                save ""
                maxmemory %dmb
                maxmemory-policy noeviction
                """.formatted(server.port(), server.memory().mebibytes() * 3 / 5);
        // A primary that has lost its replicas refuses writes, as it may have been replaced without knowing.
        return server.clustered() ? alone + "min-replicas-to-write 1\nmin-replicas-max-lag 10\n" : alone;
    }
}
