package dev.slipway.platform.render.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others have of a server that somebody else runs. */
class OutsideServerTests {
    private static final String MYSQL = """
            mysql: { outside: { addresses: [192.0.2.10, 192.0.2.11] } }
            redis: {}
            mongodb: { memory: 512Mi }
            rabbitmq: { memory: 512Mi }
            nacos: { memory: 1Gi, needs: [mysql] }
            """;
    private static final String NACOS =
            Servers.SINGLE.replace("nacos: { memory: 1Gi }", "nacos: { outside: { host: nacos.example.com } }");

    private static List<NetworkPolicyEgressRule> egress(String component, String middleware) {
        return Servers.one(NetworkPolicy.class, component, middleware).getSpec().getEgress();
    }

    /** Networks that a component may connect to at a port. */
    private static List<String> networks(String component, String middleware, int port) {
        return egress(component, middleware).stream()
                .filter(rule -> rule.getPorts().stream().anyMatch(open -> Integer.valueOf(port)
                        .equals(open.getPort().getIntVal())))
                .flatMap(rule -> rule.getTo().stream())
                .filter(peer -> peer.getIpBlock() != null)
                .map(peer -> peer.getIpBlock().getCidr())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"nacos", "service-cmn"})
    void whoeverNeedsItMayConnectToItsAddresses(String component) {
        assertThat(networks(component, MYSQL, 3306)).containsExactly("192.0.2.10/32", "192.0.2.11/32");
    }

    /** A policy knows addresses alone, and those of a name may change. */
    @ParameterizedTest
    @CsvSource({"configuration", "service-cmn", "server-gateway"})
    void whatHasANameIsReachedAtItsPortWhereverItIs(String component) {
        assertThat(networks(component, NACOS, 8848)).containsExactly("0.0.0.0/0");
    }

    @Test
    void noEdgeLeadsToPodsThatItDoesNotHave() {
        assertThat(egress("nacos", MYSQL))
                .flatExtracting(NetworkPolicyEgressRule::getTo)
                .noneMatch(peer -> peer.getPodSelector() != null
                        && peer.getPodSelector().getMatchLabels().containsValue("mysql"));
    }
}
