package dev.slipway.platform.render.addon;

import dev.slipway.platform.render.part.Probes;
import dev.slipway.platform.render.part.Shared;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.time.Duration;
import java.util.Map;

/**
 * What the controller and the nodes of the NFS driver have in common.
 *
 * @param health port on the loopback of the node that tells how the driver is
 * @param socket where the driver listens
 */
record CsiParts(AddonPod pod, int health, VolumeMount socket) {
    static final String IMAGE = "registry.k8s.io/sig-storage/nfsplugin:v4.12.1";
    static final String SOCKETS = "/csi";
    static final String SOCKET = SOCKETS + "/csi.sock";
    static final String KUBELET = "/var/lib/kubelet";
    static final int CONTROLLER_HEALTH = 29652;
    static final int NODE_HEALTH = 29653;

    private static final String LIVENESS = "registry.k8s.io/sig-storage/livenessprobe:v2.17.0";
    private static final String PODS = KUBELET + "/pods";
    private static final String PORT = "health";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration START = Duration.ofMinutes(2);

    /** Why the pods of a driver that mounts for others are not like other pods. */
    static Map<String, String> exceptions() {
        return Map.of(
                "no-host",
                "A mount has to outlive the pod that makes it, and to appear in the pods of the node.",
                "no-privilege",
                "The kernel lets nobody else mount, nor pass mounts on to the node.",
                "non-root",
                "What the kubelet keeps for pods belongs to root.",
                "high-user",
                "What the kubelet keeps for pods belongs to root.",
                "read-only-root",
                "The programs that mount keep their notes below /run and /etc of the container.",
                "probes",
                "The small containers listen nowhere; the driver's own probes ask through one of them.");
    }

    /** In the network of the node, with the folders of its pods. */
    PodSpecBuilder onTheNode(PodSpecBuilder spec) {
        return pod.asRoot(spec)
                .withHostNetwork(true)
                .withDnsPolicy("ClusterFirstWithHostNet")
                .addNewVolume()
                .withName("pods")
                .withNewHostPath(PODS, "Directory")
                .endVolume();
    }

    Container driver() {
        return pod.container(IMAGE)
                .withArgs("--nodeid=$(NODE_ID)", "--endpoint=unix://" + SOCKET)
                .withEnv(AddonPod.field("NODE_ID", "spec.nodeName"))
                .withPorts(Shared.port(PORT, health))
                .withStartupProbe(Probes.startup(asked(), START))
                .withReadinessProbe(Probes.readiness(
                        Probes.tcp(PORT).editTcpSocket().withHost(LOOPBACK).endTcpSocket()))
                .withLivenessProbe(Probes.liveness(asked()))
                .editSecurityContext()
                .withPrivileged(true)
                .withAllowPrivilegeEscalation(true)
                .withReadOnlyRootFilesystem(false)
                .editCapabilities()
                .withAdd("SYS_ADMIN")
                .endCapabilities()
                .endSecurityContext()
                .addToVolumeMounts(
                        socket,
                        new VolumeMountBuilder(AddonPod.mount("pods", PODS))
                                .withMountPropagation("Bidirectional")
                                .build())
                .build();
    }

    private static ProbeBuilder asked() {
        return Probes.http("/healthz", PORT).editHttpGet().withHost(LOOPBACK).endHttpGet();
    }

    /** Asks the driver by its socket, and answers the kubelet by HTTP. */
    Container answering() {
        return AddonPod.beside("liveness-probe", LIVENESS)
                .withArgs("--csi-address=" + SOCKET, "--http-endpoint=" + LOOPBACK + ":" + health)
                .withVolumeMounts(socket)
                .build();
    }
}
