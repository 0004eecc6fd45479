package dev.slipway.platform.render.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.lint.Subject;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    private static List<String> files(String component, String middleware) {
        return Servers.rendered(middleware).manifests().stream()
                .filter(manifest -> manifest.component().equals(component))
                .flatMap(manifest -> new Subject(manifest.object()).template().stream())
                .flatMap(template -> template.getSpec().getVolumes().stream())
                .filter(volume -> volume.getProjected() != null)
                .flatMap(volume -> volume.getProjected().getSources().stream())
                .map(VolumeProjection::getSecret)
                .map(secret -> secret.getName()
                        + secret.getItems().stream()
                                .map(item -> " " + item.getKey() + " as " + item.getPath())
                                .collect(Collectors.joining()))
                .toList();
    }

    private static Set<String> generated(String component, String middleware) {
        return Servers.rendered(middleware).secrets().stream()
                .filter(secret -> secret.component().equals(component))
                .flatMap(secret -> secret.keys().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Nobody but whoever runs a server can make the passwords that it knows its clients by. */
    @Test
    void itsPasswordsAreMadeByHand() {
        assertThat(generated("service-cmn", MYSQL)).contains("nacos-password").doesNotContain("mysql-password");
        assertThat(files("service-cmn", MYSQL))
                .containsExactly("service-cmn-secrets", "mysql-outside mysql-password-cmn as mysql-password");
        assertThat(generated("nacos", MYSQL)).contains("nacos-token-key").doesNotContain("mysql-password-nacos");
        assertThat(files("nacos", MYSQL))
                .containsExactly("nacos-secrets", "mysql-outside mysql-password-nacos as mysql-password-nacos");
        assertThat(generated("configuration", NACOS)).isEmpty();
        assertThat(files("configuration", NACOS)).containsExactly("nacos-outside nacos-password as nacos-password");
    }
}
