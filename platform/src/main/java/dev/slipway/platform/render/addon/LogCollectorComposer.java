package dev.slipway.platform.render.addon;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.Checksum;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Shared;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what containers print on each node, and passes it on. Whose it is follows from the names of the files, so that it
 * asks no API server. Where it had come to is lost with its pod: a new one begins at the end of each file.
 */
record LogCollectorComposer(Installation addon) implements Composer {
    static final String IMAGE = "docker.io/fluent/fluent-bit:4.0.3";

    /** Where the image has files of its own, parsers among them, which ours is laid beside. */
    private static final String SETTINGS = "/fluent-bit/etc";

    private static final String FILE = "fluent-bit.yaml";
    private static final String PORT = "http";
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration STOP = Duration.ofSeconds(30);

    @Override
    public Stream<Manifest> manifests() {
        var settings = new ConfigMapBuilder()
                .withMetadata(addon.own().metadata(addon.name() + "-settings", addon.name()))
                .withData(settings())
                .build();
        String sink = addon.description().sendTo();
        var edges = sink == null
                ? Edges.More.NONE
                : new Edges.More(List.of(), List.of(Edges.toAnywhere(Set.of(LogPipeline.port(sink)))));
        return addon.manifests(Installation.Level.PRIVILEGED, edges, List.of(settings, set()));
    }

    private Map<String, String> settings() {
        return Map.of(
                FILE,
                new LogPipeline(addon.own().namespace(), addon.description().sendTo()).text());
    }

    private DaemonSet set() {
        var pod = new AddonPod(addon);
        var spec = pod.asRoot(pod.spec(STOP))
                .withContainers(container(pod))
                .addNewVolume()
                .withName("logs")
                .withNewHostPath(LogPipeline.LOGS, "Directory")
                .endVolume()
                .addNewVolume()
                .withName("settings")
                .withNewConfigMap()
                .withName(addon.name() + "-settings")
                .withDefaultMode(0444)
                .endConfigMap()
                .endVolume();
        return pod.onEveryNode(
                spec,
                Map.of(Checksum.ANNOTATION, Checksum.of(settings())),
                Map.of(
                        "no-host", "It reads the logs of the node's containers, and can write nothing there.",
                        "non-root", "The logs of the node belong to root, and nobody else may read them.",
                        "high-user", "The logs of the node belong to root, and nobody else may read them."));
    }

    private Container container(AddonPod pod) {
        return pod.container(IMAGE)
                .withArgs("--config=" + SETTINGS + "/" + FILE)
                .withPorts(Shared.port(PORT, LogPipeline.PORT))
                .withStartupProbe(Probes.startup(Probes.http("/", PORT), START))
                .withReadinessProbe(Probes.readiness(Probes.http("/api/v1/health", PORT)))
                .withLivenessProbe(Probes.liveness(Probes.http("/", PORT)))
                .addToVolumeMounts(readOnly("logs", LogPipeline.LOGS), file())
                .build();
    }

    private static VolumeMount file() {
        return new VolumeMountBuilder(readOnly("settings", SETTINGS + "/" + FILE))
                .withSubPath(FILE)
                .build();
    }

    private static VolumeMount readOnly(String volume, String path) {
        return new VolumeMountBuilder(AddonPod.mount(volume, path))
                .withReadOnly(true)
                .build();
    }
}
