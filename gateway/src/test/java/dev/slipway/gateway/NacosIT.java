package dev.slipway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import dev.slipway.test.Middleware;
import dev.slipway.test.Nacos;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NacosIT {
    private static final String RULES = "server-gateway-flow.json";
    private static final String GROUP = "SENTINEL_GROUP";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final Upstream dictionary = new Upstream();
    private static RunningGateway gateway;
    private static ConfigService config;
    private static NamingService names;

    @BeforeAll
    static void start() throws NacosException {
        Nacos nacos = Middleware.nacos();
        config = nacos.console();
        names = nacos.names();
        gateway = new RunningGateway(
                Middleware.redis(),
                new TestRegistry(),
                "spring.cloud.nacos.discovery.enabled=true",
                "spring.cloud.nacos.config.enabled=true",
                "NACOS_ADDRESS=" + nacos.server().address(),
                "spring.cloud.nacos.discovery.register-enabled=false",
                "nacos-password=" + nacos.login().password());
    }

    @AfterAll
    static void stop() throws NacosException {
        gateway.close();
        config.shutDown();
        names.shutDown();
        dictionary.close();
    }

    private static HttpResponse<String> dictionary() {
        return gateway.get("/api/dictionaries/nation");
    }

    @Test
    void instancesComeAndGoAndRulesAndSettingsAreFollowed() throws NacosException {
        assertThat(dictionary().statusCode()).as("nobody there").isEqualTo(503);
        names.registerInstance("service-cmn", "127.0.0.1", dictionary.port());
        Eventually.within(SOON, () -> dictionary().statusCode() == 200);

        limitsThatArePushedHoldAndBrokenOnesAreNotTaken();
        groupsOfPathsAreLimitedTogether();
        settingsThatArePushedHold();

        names.deregisterInstance("service-cmn", "127.0.0.1", dictionary.port());
        Eventually.within(SOON, () -> dictionary().statusCode() == 503);
        aRouteThatFailsIsGivenARest();
    }

    private static void limitsThatArePushedHoldAndBrokenOnesAreNotTaken() throws NacosException {
        config.publishConfig(RULES, GROUP, "[{\"resource\":\"service-cmn\",\"count\":1,\"intervalSec\":60}]", "json");
        Eventually.within(SOON, () -> dictionary().statusCode() == 429);
        HttpResponse<String> blocked = dictionary();
        assertThat(blocked.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Long.parseLong(blocked.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 60L);
        assertThat(blocked.body()).contains("\"code\":\"too-many-requests\"");

        config.publishConfig(RULES, GROUP, "[{\"resource\":\"service-cmn\",\"count\":-5}]", "json");
        RunningGateway.sleep(Duration.ofSeconds(2));
        assertThat(dictionary().statusCode()).as("the last good rule").isEqualTo(429);

        config.publishConfig(RULES, GROUP, "[]", "json");
        Eventually.within(SOON, () -> dictionary().statusCode() == 200);
    }

    private static void groupsOfPathsAreLimitedTogether() throws NacosException {
        config.publishConfig(
                "server-gateway-api-groups.json",
                GROUP,
                "[{\"apiName\":\"reading\",\"predicateItems\":"
                        + "[{\"pattern\":\"/api/dictionaries/**\",\"matchStrategy\":1}]}]",
                "json");
        RunningGateway.sleep(Duration.ofSeconds(2));
        config.publishConfig(
                RULES, GROUP, "[{\"resource\":\"reading\",\"resourceMode\":1,\"count\":1,\"intervalSec\":60}]", "json");
        Eventually.within(SOON, () -> dictionary().statusCode() == 429);
        assertThat(gateway.get("/api/dictionary-entries/1/children").statusCode())
                .as("the route's other paths")
                .isEqualTo(200);
        config.publishConfig(RULES, GROUP, "[]", "json");
        Eventually.within(SOON, () -> dictionary().statusCode() == 200);
    }

    private static void aRouteThatFailsIsGivenARest() throws NacosException {
        String rule = "{\"resource\":\"service-cmn\",\"grade\":2,\"count\":1,\"timeWindow\":600,"
                + "\"minRequestAmount\":1,\"statIntervalMs\":60000}";
        config.publishConfig("server-gateway-degrade.json", GROUP, "[" + rule + "]", "json");
        Eventually.within(SOON, () -> dictionary().body().contains("\"code\":\"circuit-open\""));
        HttpResponse<String> refused = dictionary();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("600");

        config.publishConfig("server-gateway-degrade.json", GROUP, "[]", "json");
        Eventually.within(SOON, () -> dictionary().body().contains("\"code\":\"no-instance\""));
    }

    private static void settingsThatArePushedHold() throws NacosException {
        String origin = "https://pushed.example.org";
        assertThat(gateway.get("/api/dictionaries/nation", "Origin", origin).statusCode())
                .isEqualTo(403);
        config.publishConfig(
                "server-gateway.yaml", "DEFAULT_GROUP", "slipway.gateway.cors.origins: [" + origin + "]", "yaml");
        Eventually.within(
                SOON,
                () -> gateway.get("/api/dictionaries/nation", "Origin", origin).statusCode() == 200);
    }
}
