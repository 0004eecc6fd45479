package dev.slipway.platform.render.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Services report to the dashboard, which asks them back; nobody else may, and without one there is nothing. */
class DashboardEdgesTests {
    private static final String DASHBOARD = "sentinel-dashboard";
    private static final String SERVICE = "service-cmn";

    @Test
    void eachServiceReportsToTheDashboardAndAnswersItAlone() {
        assertThat(egress(SERVICE, Servers.SINGLE)).contains(DASHBOARD + ":8858");
        assertThat(ingress(SERVICE, Servers.SINGLE)).contains(DASHBOARD + ":8719");
        assertThat(ingress(DASHBOARD, Servers.SINGLE)).containsExactly("server-gateway:8858", SERVICE + ":8858");
        assertThat(egress(DASHBOARD, Servers.SINGLE)).contains("server-gateway:8719", SERVICE + ":8719");
        assertThat(Servers.one(ConfigMap.class, "service-settings", Servers.SINGLE)
                        .getData())
                .containsEntry("SPRING_CLOUD_SENTINEL_TRANSPORT_DASHBOARD", DASHBOARD + ":8858")
                .containsEntry("SPRING_CLOUD_SENTINEL_TRANSPORT_PORT", "8719");
    }

    @Test
    void withoutOneNobodyIsAsked() {
        assertThat(Stream.concat(
                        egress(SERVICE, Servers.CLUSTERED).stream(), ingress(SERVICE, Servers.CLUSTERED).stream()))
                .noneMatch(edge -> edge.contains(DASHBOARD) || edge.endsWith(":8719"));
        assertThat(Servers.one(ConfigMap.class, "service-settings", Servers.CLUSTERED)
                        .getData()
                        .keySet())
                .noneMatch(key -> key.contains("SENTINEL_TRANSPORT"));
    }

    private static List<String> ingress(String component, String middleware) {
        return Servers.one(NetworkPolicy.class, component, middleware).getSpec().getIngress().stream()
                .flatMap(rule -> edges(rule.getFrom(), rule.getPorts()))
                .toList();
    }

    private static List<String> egress(String component, String middleware) {
        return Servers.one(NetworkPolicy.class, component, middleware).getSpec().getEgress().stream()
                .flatMap(rule -> edges(rule.getTo(), rule.getPorts()))
                .toList();
    }

    private static Stream<String> edges(List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
        return peers.stream()
                .filter(peer -> peer.getPodSelector() != null)
                .map(peer -> peer.getPodSelector().getMatchLabels().get("app.kubernetes.io/name"))
                .flatMap(name ->
                        ports.stream().map(port -> name + ":" + port.getPort().getIntVal()));
    }
}
