package dev.slipway.platform.render.part;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who may connect to whom: nobody to nobody, then exactly the edges that the description declares, in both directions.
 */
public final class Edges {
    private static final int DNS = 53;

    /**
     * Where the cache of a node answers whose kube-proxy runs by IPVS:
     * https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/. It is no pod of a network that a selector finds;
     * elsewhere nothing has this address, which no router passes on.
     */
    private static final String NODE_LOCAL_DNS = "169.254.20.10/32";

    private Edges() {}

    /** Closes the namespace. */
    public static NetworkPolicy closed(Context context, String component) {
        return new NetworkPolicyBuilder()
                .withMetadata(context.metadata("default-deny", component))
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .endSpec()
                .build();
    }

    /**
     * The edges of one component, and names for all of them.
     *
     * @param members ports between its own pods; none when they do not talk to each other
     * @param more edges of its own, e.g. {@link #from} and {@link #outbound}
     */
    public static NetworkPolicy of(Context context, String component, Set<Integer> members, More more) {
        var ingress = new ArrayList<NetworkPolicyIngressRule>();
        var egress = new ArrayList<NetworkPolicyEgressRule>();
        List<NetworkPolicyPeer> callers = context.callersOf(component).stream()
                .map(caller -> Peers.pods(context, caller))
                .toList();
        if (!callers.isEmpty()) {
            ingress.add(rule(callers, context.portsOf(component)));
        }
        context.calledBy(component).forEach(called -> egress.add(to(context, called, context.portsOf(called))));
        if (!members.isEmpty()) {
            ingress.add(rule(List.of(Peers.pods(context, component)), members));
            egress.add(to(List.of(Peers.pods(context, component)), members));
        }
        ingress.addAll(more.ingress());
        egress.addAll(more.egress());
        egress.add(names());
        return new NetworkPolicyBuilder()
                .withMetadata(context.metadata(component, component))
                .withNewSpec()
                .withNewPodSelector()
                .withMatchLabels(context.selector(component))
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .withIngress(ingress)
                .withEgress(egress)
                .endSpec()
                .build();
    }

    /** Edges that do not follow from the description alone. */
    public record More(List<NetworkPolicyIngressRule> ingress, List<NetworkPolicyEgressRule> egress) {
        public static final More NONE = new More(List.of(), List.of());

        public More {
            ingress = List.copyOf(ingress);
            egress = List.copyOf(egress);
        }
    }

    /** From every pod of another namespace, such as the one that lets callers in. */
    public static NetworkPolicyIngressRule from(String namespace, Set<Integer> ports) {
        return rule(List.of(Peers.namespace(namespace)), ports);
    }

    /** From the pods of a component of this environment beyond what the description declares, such as a Job. */
    public static NetworkPolicyIngressRule from(Context context, String component, Set<Integer> ports) {
        return rule(List.of(Peers.pods(context, component)), ports);
    }

    /** From wherever callers are: outside of the cluster, or on a node. */
    public static NetworkPolicyIngressRule fromAnywhere(Set<Integer> ports) {
        return rule(List.of(), ports);
    }

    /** To what is no pod and has no address that a description knows. */
    public static NetworkPolicyEgressRule toAnywhere(Set<Integer> ports) {
        return to(Peers.ANYWHERE, ports);
    }

    /** To every pod of another namespace. */
    public static NetworkPolicyEgressRule toNamespace(String namespace, Set<Integer> ports) {
        return to(List.of(Peers.namespace(namespace)), ports);
    }

    /** To the API server, whose address no policy can name: it is no pod. */
    public static NetworkPolicyEgressRule toApiServer() {
        return to(Peers.ANYWHERE, Set.of(443, 6443));
    }

    /** To a component of this environment beyond what the description declares, wherever it runs. */
    public static NetworkPolicyEgressRule to(Context context, String component, Set<Integer> ports) {
        return to(Peers.called(context, component), ports);
    }

    private static NetworkPolicyEgressRule to(String network, Set<Integer> ports) {
        return to(List.of(Peers.network(network)), ports);
    }

    /** To addresses that are not those of the cluster or of a private network. */
    public static NetworkPolicyEgressRule outbound(Set<Integer> ports) {
        var outside = new NetworkPolicyPeerBuilder()
                .withNewIpBlock()
                .withCidr(Peers.ANYWHERE)
                .withExcept("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16")
                .endIpBlock()
                .build();
        return to(List.of(outside), ports);
    }

    private static NetworkPolicyEgressRule names() {
        return new NetworkPolicyEgressRuleBuilder()
                .withTo(Peers.namespace("kube-system"), Peers.network(NODE_LOCAL_DNS))
                .withPorts(port(DNS, "UDP"), port(DNS, "TCP"))
                .build();
    }

    private static NetworkPolicyIngressRule rule(List<NetworkPolicyPeer> from, Set<Integer> ports) {
        return new NetworkPolicyIngressRuleBuilder()
                .withFrom(from)
                .withPorts(ports(ports))
                .build();
    }

    private static NetworkPolicyEgressRule to(List<NetworkPolicyPeer> to, Set<Integer> ports) {
        return new NetworkPolicyEgressRuleBuilder()
                .withTo(to)
                .withPorts(ports(ports))
                .build();
    }

    private static List<NetworkPolicyPort> ports(Set<Integer> ports) {
        return ports.stream().sorted().map(port -> port(port, "TCP")).toList();
    }

    private static NetworkPolicyPort port(int number, String protocol) {
        return new NetworkPolicyPortBuilder()
                .withPort(new IntOrString(number))
                .withProtocol(protocol)
                .build();
    }
}
