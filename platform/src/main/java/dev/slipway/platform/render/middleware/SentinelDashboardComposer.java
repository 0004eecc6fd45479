package dev.slipway.platform.render.middleware;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Context;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Shared;
import dev.slipway.platform.secrets.SecretName;
import dev.slipway.platform.spec.Service;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The dashboard of Sentinel. It keeps nothing: the rules are documents of Nacos, where services read them and write those
 * that are set here, so a restart of the dashboard loses none.
 */
record SentinelDashboardComposer(Server server) implements Composer {
    static final String IMAGE = "docker.io/bladex/sentinel-dashboard:1.8.8";

    private static final String PORT = "http";

    /**
     * It logs to its console alone, and counts no calls of its own: those files would fill the scratch volume. The folder is
     * made all the same.
     */
    private static final String LOGS = "-Dlogging.file.name= -Dcsp.sentinel.log.output.type=console"
            + " -Dcsp.sentinel.metric.flush.interval=0 -Dcsp.sentinel.log.dir=/tmp/csp";

    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration STOP = Duration.ofSeconds(10);

    @Override
    public Stream<Manifest> manifests() {
        return server.manifests(
                List.of(deployment()),
                List.of(
                        Shared.service(server.context(), server.name(), Map.of(PORT, server.port())),
                        Edges.of(server.context(), server.name(), Set.of(), new Edges.More(List.of(), toServices()))));
    }

    /** Each is asked what it counts, and told the rules that somebody sets. */
    private List<NetworkPolicyEgressRule> toServices() {
        Context context = server.context();
        return context.environment().services().keySet().stream()
                .sorted()
                .map(service -> Edges.to(context, service, Set.of(Service.COMMANDS)))
                .toList();
    }

    /** The file has the name of the dashboard's own setting, which it reads a folder of such files for. */
    @Override
    public Stream<GeneratedSecret> secrets() {
        return Stream.of(server.context()
                .secret(server.name(), Map.of("auth.password", SecretName.password("sentinel-dashboard-password"))));
    }

    private Deployment deployment() {
        var pod = new ServerPod(server);
        var spec = pod.spec(STOP).withContainers(container(pod));
        return new DeploymentBuilder()
                .withMetadata(server.context().metadata(server.name(), server.name()))
                .withNewSpec()
                .withReplicas(1)
                .withRevisionHistoryLimit(5)
                .withNewStrategy()
                .withType("Recreate")
                .endStrategy()
                .withNewSelector()
                .withMatchLabels(server.context().selector(server.name()))
                .endSelector()
                .withTemplate(pod.template(spec, Map.of(), Map.of()))
                .endSpec()
                .build();
    }

    private Container container(ServerPod pod) {
        return pod.container(server.name(), server.image(IMAGE))
                .withEnv(ServerPod.variables(Map.of(
                        "AUTH_USERNAME",
                        "slipway",
                        "JAVA_TOOL_OPTIONS",
                        LOGS + " -XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError",
                        "SERVER_PORT",
                        Integer.toString(server.port()),
                        "SPRING_CONFIG_IMPORT",
                        "configtree:" + ServerPod.SECRETS + "/")))
                .addToPorts(Shared.port(PORT, server.port()))
                .withStartupProbe(Probes.startup(Probes.http("/version", PORT), START))
                .withReadinessProbe(Probes.readiness(Probes.http("/version", PORT)))
                .withLivenessProbe(Probes.liveness(Probes.tcp(PORT)))
                .build();
    }
}
