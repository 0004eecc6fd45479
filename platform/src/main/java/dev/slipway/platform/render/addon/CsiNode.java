package dev.slipway.platform.render.addon;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import java.time.Duration;
import java.util.Map;

/** Mounts volumes on a node, as the kubelet tells it by a socket. It asks no API server and has no token. */
record CsiNode(Installation addon) {
    private static final String REGISTRAR = "registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.15.0";
    private static final String FOLDER = CsiParts.KUBELET + "/plugins/csi-nfsplugin";
    private static final String REGISTRY = CsiParts.KUBELET + "/plugins_registry";
    private static final Duration STOP = Duration.ofSeconds(30);

    String name() {
        return addon.name() + "-node";
    }

    DaemonSet set() {
        var pod = new AddonPod(addon, name());
        VolumeMount socket = AddonPod.mount("socket", CsiParts.SOCKETS);
        var parts = new CsiParts(pod, CsiParts.NODE_HEALTH, socket);
        var spec = parts.onTheNode(pod.spec(STOP))
                .addNewVolume()
                .withName("socket")
                .withNewHostPath(FOLDER, "DirectoryOrCreate")
                .endVolume()
                .addNewVolume()
                .withName("registration")
                .withNewHostPath(REGISTRY, "Directory")
                .endVolume()
                .addToContainers(parts.driver(), parts.answering(), registrar(socket));
        return pod.onEveryNode(spec, Map.of(), CsiParts.exceptions());
    }

    private static Container registrar(VolumeMount socket) {
        return AddonPod.beside("node-driver-registrar", REGISTRAR)
                .withArgs("--csi-address=" + CsiParts.SOCKET, "--kubelet-registration-path=" + FOLDER + "/csi.sock")
                .withVolumeMounts(socket, AddonPod.mount("registration", "/registration"))
                .build();
    }
}
