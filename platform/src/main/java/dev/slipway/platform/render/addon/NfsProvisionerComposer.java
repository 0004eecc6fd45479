package dev.slipway.platform.render.addon;

import static dev.slipway.platform.render.addon.Rights.allow;
import static dev.slipway.platform.render.addon.Rights.follow;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.ApiToken;
import dev.slipway.platform.render.part.Composer;
import dev.slipway.platform.render.part.Edges;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a folder below an exported one for each claim. It mounts that one by a volume and a claim of its own, so that it
 * needs no more than Pod Security's level <i>restricted</i> allows, and it elects no leader, as there is one pod.
 */
record NfsProvisionerComposer(Installation addon) implements Composer {
    static final String IMAGE = "registry.k8s.io/sig-storage/nfs-subdir-external-provisioner:v4.0.2";

    private static final String ROOT = "root";
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Quantity ANY_SIZE = Quantity.parse("1Gi"); // NFS knows no sizes, claims have to name one

    @Override
    public Stream<Manifest> manifests() {
        var objects = new ArrayList<HasMetadata>();
        objects.addAll(rights());
        objects.addAll(root());
        objects.add(StorageClasses.of(
                addon,
                provisioner(),
                Map.of("archiveOnDelete", Boolean.toString(addon.description().archive()))));
        objects.add(deployment());
        return addon.manifests(
                Installation.Level.RESTRICTED, new Edges.More(List.of(), List.of(Edges.toApiServer())), objects);
    }

    private String provisioner() {
        return "nfs.slipway.dev/" + addon.environment().environment().name();
    }

    private List<HasMetadata> rights() {
        return new Rights(addon)
                .onCluster(
                        allow("", List.of("persistentvolumes"), "get", "list", "watch", "create", "delete"),
                        allow("", List.of("persistentvolumeclaims"), "get", "list", "watch", "update"),
                        follow("", "nodes"),
                        allow("", List.of("events"), "create", "update", "patch"),
                        follow("storage.k8s.io", "storageclasses"));
    }

    /** The exported folder itself. */
    private List<HasMetadata> root() {
        var volume = new PersistentVolumeBuilder()
                .withMetadata(addon.metadataOnCluster(addon.nameOnCluster()))
                .withNewSpec()
                .withCapacity(Map.of("storage", ANY_SIZE))
                .withAccessModes("ReadWriteMany")
                .withPersistentVolumeReclaimPolicy("Retain")
                .withStorageClassName("")
                .withMountOptions("nfsvers=4.1", "hard")
                .withNewNfs(StorageClasses.path(addon), false, StorageClasses.server(addon))
                .endSpec()
                .build();
        var claim = new PersistentVolumeClaimBuilder()
                .withMetadata(addon.own().metadata(ROOT, addon.name()))
                .withNewSpec()
                .withAccessModes("ReadWriteMany")
                .withStorageClassName("")
                .withVolumeName(addon.nameOnCluster())
                .withNewResources()
                .withRequests(Map.of("storage", ANY_SIZE))
                .endResources()
                .endSpec()
                .build();
        return List.of(volume, claim);
    }

    private Deployment deployment() {
        var pod = new AddonPod(addon);
        var spec = pod.asking(STOP)
                .withContainers(container(pod))
                .addNewVolume()
                .withName(ROOT)
                .withNewPersistentVolumeClaim(ROOT, false)
                .endVolume();
        return pod.deployment(
                spec,
                AddonPod.RECREATE,
                Map.of(
                        "probes",
                        "It listens nowhere and its image has no other program; it ends when it loses the API server.",
                        "replicas",
                        "A second pod would only wait; while it is away, mounted volumes stay and new claims wait."));
    }

    private Container container(AddonPod pod) {
        return pod.container(IMAGE)
                .withEnv(
                        new EnvVar("ENABLE_LEADER_ELECTION", "false", null),
                        new EnvVar("NFS_PATH", StorageClasses.path(addon), null),
                        new EnvVar("NFS_SERVER", StorageClasses.server(addon), null),
                        new EnvVar("PROVISIONER_NAME", provisioner(), null))
                .addToVolumeMounts(ApiToken.mount(), AddonPod.mount(ROOT, "/persistentvolumes"))
                .build();
    }
}
