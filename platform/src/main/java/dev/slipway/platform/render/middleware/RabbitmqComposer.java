package dev.slipway.platform.render.middleware;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.ApiToken;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Scratch;
import dev.slipway.platform.render.part.Shared;
import dev.slipway.platform.secrets.SecretName;
import dev.slipway.platform.secrets.SecretPlan;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** RabbitMQ: one node, or several that find each other through Kubernetes; queues are quorum queues unless declared otherwise. */
record RabbitmqComposer(Server server) implements Composer {
    static final String IMAGE = "docker.io/library/rabbitmq:4.1.4";

    private static final String PORT = "amqp";
    private static final String METRICS = "metrics";
    private static final int METRICS_PORT = 15692;
    private static final int NAMES_PORT = 4369;
    private static final int NODES_PORT = 25672;

    /** Where nodes are told by others what to do. */
    static final Set<Integer> NODE_PORTS = Set.of(NAMES_PORT, NODES_PORT);

    private static final String PASSWORD = "rabbitmq-password";
    static final String COOKIE = "rabbitmq-cookie";

    /** A member that comes back waits for the others. */
    private static final Duration START = Duration.ofMinutes(10);

    /** Waiting for a quorum, then the drain itself, then the stop; all within the 120 s that the pod is given. */
    private static final Duration DRAIN = Duration.ofSeconds(40);

    private static final Duration STOP = Duration.ofSeconds(110);
    private static final Duration PERIOD = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Override
    public Stream<Manifest> manifests() {
        var context = server.context();
        var objects = new ArrayList<HasMetadata>(List.of(
                server.settings(settings()),
                Shared.service(context, server.name(), Map.of(PORT, server.port())),
                Shared.headless(
                        context, server.members(), server.name(), Map.of(PORT, server.port(), METRICS, METRICS_PORT)),
                edges()));
        if (server.clustered()) {
            objects.addAll(discovery());
        }
        return server.manifests(List.of(set()), objects);
    }

    @Override
    public Stream<GeneratedSecret> secrets() {
        return Stream.of(server.context()
                .secret(
                        server.name(),
                        Map.of(
                                PASSWORD,
                                SecretPlan.named(server.context().environment(), PASSWORD),
                                COOKIE,
                                SecretName.password(COOKIE))));
    }

    /** Members ask the API server which of them there are. */
    private NetworkPolicy edges() {
        var more = new Edges.More(
                server.rotated().ingress(), server.clustered() ? List.of(Edges.toApiServer()) : List.of());
        return Edges.of(server.context(), server.name(), server.clustered() ? NODE_PORTS : Set.of(), more);
    }

    /** The one thing that a node may ask for; of the middleware its pods alone have a token. */
    private List<HasMetadata> discovery() {
        var context = server.context();
        var role = new RoleBuilder()
                .withMetadata(context.metadata(server.name(), server.name()))
                .addNewRule()
                .withApiGroups("")
                .withResources("endpoints")
                .withResourceNames(server.members())
                .withVerbs("get")
                .endRule()
                .build();
        var binding = new RoleBindingBuilder()
                .withMetadata(context.metadata(server.name(), server.name()))
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", server.name())
                .addNewSubject()
                .withKind("ServiceAccount")
                .withName(server.name())
                .withNamespace(context.namespace())
                .endSubject()
                .build();
        return List.of(role, binding);
    }

    private StatefulSet set() {
        var pod = new ServerPod(server);
        var spec = pod.withSettings(pod.spec(STOP)).withContainers(container(pod));
        if (server.clustered()) {
            spec.addToVolumes(ApiToken.volume());
        }
        return new ServerSet(server)
                .of(server.name(), server.description().replicas(), Map.of(), pod.template(spec, Map.of(), settings()));
    }

    private Container container(ServerPod pod) {
        var container = pod.scripted(server.name(), server.image(IMAGE), "start.sh")
                .addToEnv(ServerPod.podName())
                .addAllToEnv(ServerPod.variables(variables()))
                .addToPorts(Shared.port(PORT, server.port()))
                .addToPorts(Shared.port(METRICS, METRICS_PORT))
                .withStartupProbe(
                        ServerPod.patientStart(Probes.exec(diagnostics("check_running")), START, TIMEOUT, TIMEOUT))
                .withReadinessProbe(asked(Probes.readiness(Probes.exec(
                        "sh",
                        "-c",
                        "rabbitmq-diagnostics -q check_running && rabbitmq-diagnostics -q check_local_alarms"))))
                .withLivenessProbe(asked(Probes.liveness(Probes.exec(diagnostics("check_virtual_hosts")))))
                .withLifecycle(ServerPod.beforeStop(ServerPod.script("drain.sh")))
                .addToVolumeMounts(ServerPod.folder("rabbitmq", "/var/lib/rabbitmq"))
                .addToVolumeMounts(Scratch.mount("/var/log/rabbitmq", "log"));
        if (server.clustered()) {
            container.addToVolumeMounts(ApiToken.mount());
        }
        return container.build();
    }

    private static String[] diagnostics(String check) {
        return new String[] {"rabbitmq-diagnostics", "-q", check};
    }

    private static Probe asked(Probe probe) {
        return ServerPod.patient(probe, PERIOD, TIMEOUT);
    }

    /** A node's name is the name of its folder: the long one, also for a single node, so that members can be added. */
    private Map<String, String> variables() {
        String domain = "." + server.context().address(server.members());
        var variables = new TreeMap<>(Map.of(
                "DRAIN_SECONDS",
                Long.toString(DRAIN.toSeconds()),
                "HOME",
                "/var/lib/rabbitmq",
                "K8S_HOSTNAME_SUFFIX",
                domain,
                "K8S_SERVICE_NAME",
                server.members(),
                "RABBITMQ_ENABLED_PLUGINS_FILE",
                ServerPod.SETTINGS + "/enabled_plugins",
                "RABBITMQ_NODENAME",
                "rabbit@$(POD_NAME)" + domain,
                "RABBITMQ_USE_LONGNAME",
                "true"));
        if (server.clustered()) {
            variables.put("CLUSTERED", "yes");
        }
        return variables;
    }

    /** For the Job that tells its first node of a new password: a node's name has to be said as it says it itself. */
    Map<String, String> rotationVariables() {
        return Map.of(
                "HOME",
                "/run/slipway",
                "RABBITMQ_ENABLED_PLUGINS_FILE",
                ServerPod.SETTINGS + "/enabled_plugins",
                "RABBITMQ_NODENAME",
                "rabbit@" + server.member(0),
                "RABBITMQ_USE_LONGNAME",
                "true");
    }

    private Map<String, String> settings() {
        var files = new TreeMap<String, String>();
        Stream.of("start.sh", "drain.sh", "rotate.sh").forEach(name -> files.put(name, Texts.of("rabbitmq/" + name)));
        files.put(
                "enabled_plugins",
                server.clustered()
                        ? "[rabbitmq_prometheus,rabbitmq_peer_discovery_k8s].\n"
                        : "[rabbitmq_prometheus].\n");
        files.put("rabbitmq.conf", options());
        return files;
    }

    private String options() {
        String alone = """
                listeners.tcp.default = %d
                log.console = true
                log.file = false
                default_queue_type = quorum
                total_memory_available_override_value = %d
                vm_memory_high_watermark.relative = 0.6
                disk_free_limit.absolute = 256MB
                """.formatted(server.port(), server.memory().bytes());
        return server.clustered() ? alone + together() : alone;
    }

    private String together() {
        return """
                cluster_name = slipway
                cluster_formation.peer_discovery_backend = kubernetes
                cluster_formation.k8s.host = kubernetes.default.svc.%s
                cluster_formation.k8s.address_type = hostname
                cluster_formation.k8s.service_name = %s
                cluster_formation.k8s.hostname_suffix = .%s
                cluster_formation.target_cluster_size_hint = %d
                cluster_partition_handling = pause_minority
                queue_leader_locator = balanced
                """.formatted(
                        server.context().cluster().domain(),
                        server.members(),
                        server.context().address(server.members()),
                        server.description().replicas());
    }
}
