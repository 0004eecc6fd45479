package dev.slipway.platform.render.addon;

import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.api.model.storage.StorageClassBuilder;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The class that the claims of an environment name, or that claims without a class get. */
final class StorageClasses {
    private static final String DEFAULT = "storageclass.kubernetes.io/is-default-class";

    private StorageClasses() {}

    /**
     * The class; its name is that of {@code cluster.storageClass}, or of the add-on.
     *
     * @param parameters of the provisioner
     */
    static StorageClass of(Installation addon, String provisioner, Map<String, String> parameters) {
        String name = Objects.requireNonNullElse(addon.environment().cluster().storageClass(), addon.name());
        return new StorageClassBuilder()
                .withMetadata(addon.metadataOnCluster(name))
                .editMetadata()
                .addToAnnotations(addon.description().defaultClass() ? Map.of(DEFAULT, "true") : Map.of())
                .endMetadata()
                .withProvisioner(provisioner)
                .withParameters(new TreeMap<>(parameters))
                .withReclaimPolicy("Delete")
                .withVolumeBindingMode("Immediate")
                .withMountOptions("nfsvers=4.1", "hard")
                .build();
    }

    /** What the description of a provisioner always has. */
    static String server(Installation addon) {
        return Objects.requireNonNull(addon.description().server(), "server");
    }

    static String path(Installation addon) {
        return Objects.requireNonNull(addon.description().path(), "path");
    }
}
