package dev.slipway.platform.render.part;

import dev.slipway.platform.spec.Outside;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who stands at the other end of an edge. */
final class Peers {
    static final String ANYWHERE = "0.0.0.0/0";

    /** The label that every namespace carries by itself. */
    private static final String NAMESPACE_LABEL = "kubernetes.io/metadata.name";

    private Peers() {}

    /** A component as one connects to it: its pods, or the addresses of one that somebody else runs. */
    static List<NetworkPolicyPeer> called(Context context, String component) {
        Optional<Outside> outside = context.outside(component);
        if (outside.isEmpty()) {
            return List.of(pods(context, component));
        }
        List<String> addresses = outside.get().addresses();
        return addresses.isEmpty()
                ? List.of(network(ANYWHERE))
                : addresses.stream().map(address -> network(address + "/32")).toList();
    }

    static NetworkPolicyPeer pods(Context context, String component) {
        return new NetworkPolicyPeerBuilder()
                .withNewPodSelector()
                .withMatchLabels(context.selector(component))
                .endPodSelector()
                .build();
    }

    static NetworkPolicyPeer namespace(String name) {
        return new NetworkPolicyPeerBuilder()
                .withNewNamespaceSelector()
                .withMatchLabels(Map.of(NAMESPACE_LABEL, name))
                .endNamespaceSelector()
                .build();
    }

    static NetworkPolicyPeer network(String network) {
        return new NetworkPolicyPeerBuilder()
                .withNewIpBlock()
                .withCidr(network)
                .endIpBlock()
                .build();
    }
}
