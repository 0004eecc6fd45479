package dev.slipway.platform.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.MiddlewareKind;
import dev.slipway.platform.workspace.Workspace;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between the pods of a committed environment exactly the edges are open that its description declares. */
class EdgesTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String NAME = "app.kubernetes.io/name";
    private static final String DASHBOARD = MiddlewareKind.SENTINEL_DASHBOARD.toString();

    private static Environment environment(String name) {
        return Descriptions.load(new Workspace(HOME, HOME.resolve(".slipway")), name);
    }

    /** Those of components, also of add-ons, which have namespaces of their own. */
    private static Stream<NetworkPolicy> all(String name) {
        Manifests manifests =
                Rendering.of(environment(name), new Variables("r", "his", "1"), new Contents(new TreeMap<>()));
        return manifests.objects().stream()
                .filter(NetworkPolicy.class::isInstance)
                .map(NetworkPolicy.class::cast)
                .filter(policy -> !component(policy.getSpec().getPodSelector()).isEmpty());
    }

    private static List<NetworkPolicy> policies(String name) {
        return all(name)
                .filter(policy -> "his".equals(policy.getMetadata().getNamespace()))
                .toList();
    }

    private static String component(LabelSelector selector) {
        var labels = selector.getMatchLabels();
        return labels == null ? "" : labels.getOrDefault(NAME, "");
    }

    /** {@code component:port} at the other end. */
    private static Stream<String> others(List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports, String form) {
        return peers.stream()
                .filter(peer -> peer.getPodSelector() != null && peer.getNamespaceSelector() == null)
                .flatMap(peer -> ports.stream()
                        .map(port -> form.formatted(
                                component(peer.getPodSelector()), port.getPort().getIntVal())));
    }

    private static Set<String> outgoing(String name) {
        return policies(name).stream()
                .flatMap(policy -> policy.getSpec().getEgress().stream()
                        .flatMap(rule -> others(
                                rule.getTo(),
                                rule.getPorts(),
                                component(policy.getSpec().getPodSelector()) + " → %s:%d")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> incoming(String name) {
        return policies(name).stream()
                .flatMap(policy -> policy.getSpec().getIngress().stream()
                        .flatMap(rule -> others(
                                rule.getFrom(),
                                rule.getPorts(),
                                "%s → " + component(policy.getSpec().getPodSelector()) + ":%d")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev-ol", "prod-ol"})
    void whoMayConnectIsLetInAndNobodyElse(String name) {
        assertThat(outgoing(name)).hasSizeGreaterThan(40).isEqualTo(incoming(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev-ol", "prod-ol"})
    void anEdgeIsDeclaredOrOneOfThePlatformItself(String name) {
        Set<String> open = outgoing(name).stream()
                .map(edge -> edge.substring(0, edge.lastIndexOf(':')))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(open).containsAll(declared(environment(name)));
        open.removeAll(declared(environment(name)));
        assertThat(open).allMatch(edge -> ofThePlatform(edge.split(" → ", -1)));
    }

    /** By the pods of the cluster's DNS, or by the cache of the node, which is no pod that a policy can name. */
    @ParameterizedTest
    @ValueSource(strings = {"dev-ol", "prod-ol"})
    void everybodyMayAskForNamesWhoeverAnswers(String name) {
        assertThat(all(name)).hasSizeGreaterThan(20).allSatisfy(policy -> assertThat(names(policy))
                .as(policy.getMetadata().getName())
                .containsExactlyInAnyOrder(
                        "kube-system:UDP", "kube-system:TCP", "169.254.20.10/32:UDP", "169.254.20.10/32:TCP"));
    }

    private static Stream<String> names(NetworkPolicy policy) {
        return policy.getSpec().getEgress().stream().flatMap(rule -> rule.getPorts().stream()
                .filter(port -> port.getPort().getIntVal() == 53)
                .flatMap(port -> rule.getTo().stream().map(to -> place(to) + ":" + port.getProtocol())));
    }

    private static String place(NetworkPolicyPeer peer) {
        return peer.getIpBlock() == null
                ? String.join(",", peer.getNamespaceSelector().getMatchLabels().values())
                : peer.getIpBlock().getCidr();
    }

    private static Set<String> declared(Environment environment) {
        Stream<String> services = environment.services().entrySet().stream().flatMap(service -> Stream.concat(
                        service.getValue().needs().stream(), service.getValue().calls().stream())
                .map(other -> service.getKey() + " → " + other));
        Stream<String> servers = environment.middleware().entrySet().stream()
                .flatMap(server -> server.getValue().needs().stream().map(other -> server.getKey() + " → " + other));
        return Stream.concat(services, servers).collect(Collectors.toSet());
    }

    /** Members among themselves, Jobs to the servers that they set up, and the dashboard with those that report to it. */
    private static boolean ofThePlatform(String[] ends) {
        return ends[0].equals(ends[1])
                || (ends[0].equals("configuration") && ends[1].equals("nacos"))
                || (ends[0].equals("rotation")
                        && Set.of("mysql", "redis", "mongodb", "rabbitmq").contains(ends[1]))
                || ends[0].equals(DASHBOARD)
                || ends[1].equals(DASHBOARD);
    }
}
