package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.Matches;
import org.jspecify.annotations.Nullable;

/**
 * One add-on of an environment.
 *
 * @param image in the place of the pinned one
 * @param digest of that image, checked when it is pulled
 * @param namespace of its objects, which nothing else lives in; each kind has its own
 * @param server name or address of the NFS server, for those that provision volumes
 * @param path exported by that server, and writable for user 10001
 * @param archive whether the folder of a deleted claim is renamed and kept, for those that provision volumes
 * @param defaultClass whether claims that name no storage class get this one, for those that provision volumes
 * @param verifyKubelets whether the certificates of kubelets are checked, for {@code metrics-server}; those that a kubelet
 *     makes for itself, as {@code kubeadm} leaves it, fail the check
 * @param serviceType how callers from outside reach a controller that lets them in
 * @param sendTo host and port of a server that speaks Fluent's forward protocol, for {@code log-collector}; it prints what
 *     it reads when left out
 * @param replicas number of its pods, where several help
 * @param memory what one of its pods may use
 * @param resources what one of its pods takes beside its memory
 * @param placement where its pods run
 */
public record Addon(
        @Nullable @Matches(value = Service.IMAGE, allowed = Service.IMAGE_ALLOWED)
        String image,

        @Nullable @Matches(value = "sha256:[0-9a-f]{64}", allowed = "sha256: and 64 digits")
        String digest,

        @Nullable @Matches(value = Names.NAMESPACE, allowed = Names.NAMESPACE_ALLOWED)
        String namespace,

        @Nullable @Matches(value = "[A-Za-z0-9.:-]+", allowed = "the name or address of a server")
        String server,

        @Nullable @Matches(value = "/[A-Za-z0-9._/-]*", allowed = "an absolute path")
        String path,

        @Default("true") boolean archive,
        @Default("false") boolean defaultClass,
        @Default("true") boolean verifyKubelets,
        @Default("load-balancer") ServiceType serviceType,

        @Nullable @Matches(value = "[A-Za-z0-9.-]+:[1-9]\\d{1,4}", allowed = "a host, a colon and a port")
        String sendTo,

        @Between(min = 1, max = 100) @Default("1") int replicas,
        @Default("128Mi") Memory memory,
        @Default("{}") Resources resources,
        @Default("{}") Placement placement) {
    /** How callers from outside reach a Service. */
    public enum ServiceType {
        LOAD_BALANCER("LoadBalancer"),
        NODE_PORT("NodePort"),
        CLUSTER_IP("ClusterIP");

        private final String kubernetes;

        ServiceType(String kubernetes) {
            this.kubernetes = kubernetes;
        }

        /** As Kubernetes writes it. */
        public String kubernetes() {
            return kubernetes;
        }
    }

    /** The namespace of its objects. */
    public String namespaceOf(AddonKind kind) {
        return namespace == null ? kind.usualNamespace() : namespace;
    }
}
