package dev.slipway.platform.spec;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the platform knows to add to a cluster. */
public enum AddonKind {
    /** Makes a folder on an NFS server for each claim. */
    NFS_PROVISIONER,
    /** The same by a CSI driver. */
    NFS_CSI,
    METRICS_SERVER,
    INGRESS_NGINX,
    /** A controller of the Gateway API. */
    GATEWAY_CONTROLLER,
    HEADLAMP,
    LOG_COLLECTOR;

    private static final Set<String> OF_STORAGE = Set.of("server", "path", "archive", "defaultClass");

    /** Whether claims are served by it. */
    public boolean provisions() {
        return this == NFS_PROVISIONER || this == NFS_CSI;
    }

    /** The namespace of its objects unless the description says otherwise. */
    public String usualNamespace() {
        return this == GATEWAY_CONTROLLER ? "gateway-system" : toString();
    }

    /** The keys of an {@link Addon} that say something for this kind but not for every other. */
    Set<String> ownKeys() {
        return switch (this) {
            case NFS_PROVISIONER -> OF_STORAGE;
            case NFS_CSI -> with(OF_STORAGE, "replicas");
            case METRICS_SERVER -> Set.of("verifyKubelets", "replicas");
            case INGRESS_NGINX, GATEWAY_CONTROLLER -> Set.of("serviceType", "replicas");
            case HEADLAMP -> Set.of("replicas");
            case LOG_COLLECTOR -> Set.of("sendTo");
        };
    }

    private static Set<String> with(Set<String> keys, String more) {
        return Stream.concat(keys.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    /** The kind with this name, if it is one. */
    static Optional<AddonKind> named(String name) {
        return Stream.of(values()).filter(kind -> kind.toString().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
