package dev.slipway.platform.render.addon;

import static dev.slipway.platform.render.addon.Rights.allow;
import static dev.slipway.platform.render.addon.Rights.follow;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.ApiToken;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Edges;
import dev.slipway.platform.render.part.Scratch;
import dev.slipway.platform.render.part.Shared;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.storage.CSIDriver;
import io.fabric8.kubernetes.api.model.storage.CSIDriverBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Volumes on an NFS server by a CSI driver: a controller makes a folder for each claim, and on every node a {@link
 * CsiNode} mounts them. There are no snapshots, and no growing, which mean nothing on NFS.
 */
record NfsCsiComposer(Installation addon) implements Composer {
    static final String DRIVER = "nfs.csi.k8s.io";

    private static final String PROVISIONER = "registry.k8s.io/sig-storage/csi-provisioner:v5.3.0";
    private static final Duration STOP = Duration.ofSeconds(30);

    @Override
    public Stream<Manifest> manifests() {
        var node = new CsiNode(addon);
        var objects = new ArrayList<HasMetadata>();
        objects.addAll(rights());
        objects.add(driver());
        objects.add(StorageClasses.of(addon, DRIVER, parameters()));
        objects.add(controller());
        objects.add(node.set());
        objects.add(Shared.account(addon.own(), node.name()));
        objects.add(Edges.of(addon.own(), node.name(), Set.of(), Edges.More.NONE));
        return addon.manifests(
                Installation.Level.PRIVILEGED, new Edges.More(List.of(), List.of(Edges.toApiServer())), objects);
    }

    private Map<String, String> parameters() {
        return Map.of(
                "server",
                StorageClasses.server(addon),
                "share",
                StorageClasses.path(addon),
                "onDelete",
                addon.description().archive() ? "archive" : "delete");
    }

    private CSIDriver driver() {
        return new CSIDriverBuilder()
                .withMetadata(addon.metadataOnCluster(DRIVER))
                .withNewSpec()
                .withAttachRequired(false)
                .withFsGroupPolicy("File")
                .withVolumeLifecycleModes("Persistent")
                .endSpec()
                .build();
    }

    /** Those of the provisioner beside the driver; the driver itself asks nothing. */
    private List<HasMetadata> rights() {
        var rights = new Rights(addon);
        var all = new ArrayList<>(rights.onCluster(
                allow("", List.of("persistentvolumes"), "get", "list", "watch", "create", "patch", "delete"),
                allow("", List.of("persistentvolumeclaims"), "get", "list", "watch", "update"),
                allow("", List.of("events"), "get", "list", "watch", "create", "update", "patch"),
                follow("", "nodes"),
                follow("storage.k8s.io", "storageclasses", "csinodes")));
        all.addAll(rights.in(
                addon.own().namespace(),
                allow("coordination.k8s.io", List.of("leases"), "get", "list", "watch", "create", "update", "patch")));
        return all;
    }

    private Deployment controller() {
        var pod = new AddonPod(addon);
        VolumeMount socket = Scratch.mount(CsiParts.SOCKETS, "csi");
        var parts = new CsiParts(pod, CsiParts.CONTROLLER_HEALTH, socket);
        var spec = parts.onTheNode(pod.asking(STOP))
                .addToContainers(parts.driver(), parts.answering(), provisioner(socket));
        return pod.deployment(spec, AddonPod.RECREATE, CsiParts.exceptions());
    }

    private static Container provisioner(VolumeMount socket) {
        return AddonPod.beside("csi-provisioner", PROVISIONER)
                .withArgs(
                        "--csi-address=" + CsiParts.SOCKET,
                        "--leader-election",
                        "--leader-election-namespace=$(POD_NAMESPACE)",
                        "--extra-create-metadata=true",
                        "--timeout=1200s")
                .withEnv(AddonPod.field("POD_NAMESPACE", "metadata.namespace"))
                .withVolumeMounts(socket, ApiToken.mount())
                .build();
    }
}
