package dev.slipway.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;
import dev.slipway.test.Middleware;
import dev.slipway.test.Nacos;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** A small application that follows a real Nacos. Its steps are one story: each start finds what the one before left. */
class LiveConfigurationIT {

    record Limits(
            @DefaultValue("5") @Min(1) int tries,
            @DefaultValue("1") int shared) {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        Live<Limits> limits(LiveConfiguration live) {
            return live.bind("slipway.limits", Limits.class);
        }
    }

    private static final String SETTINGS = "live-it.yaml";
    private static final String RULES = "live-it-flow.json";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path run;

    private ConfigurableApplicationContext application = new GenericApplicationContext();

    private void start() {
        Nacos nacos = Middleware.nacos();
        application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.config.location=optional:classpath:none.yml",
                        "--spring.config.import=optional:nacos:live-it-shared.yaml,optional:nacos:" + SETTINGS,
                        "--spring.cloud.nacos.server-addr=" + nacos.server().address(),
                        "--spring.cloud.nacos.username=" + nacos.login().user(),
                        "--spring.cloud.nacos.password=" + nacos.login().password(),
                        "--spring.cloud.nacos.discovery.enabled=false",
                        "--spring.autoconfigure.exclude=" + DataSourceAutoConfiguration.class.getName(),
                        "--slipway.rules.flow=" + RULES,
                        "--slipway.run=" + run);
    }

    @AfterEach
    void stop() {
        application.close();
        Middleware.nacos().server().start();
    }

    private Limits limits() {
        return (Limits) application.getBean(Live.class).get();
    }

    private double rejected(String document) {
        return Objects.requireNonNull(application
                        .getBean(MeterRegistry.class)
                        .find("slipway.config.rejected")
                        .tag("data_id", document)
                        .counter())
                .count();
    }

    private static List<Double> rules() {
        return FlowRuleManager.getRules().stream().map(FlowRule::getCount).toList();
    }

    private static void eventually(BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("soon enough").isLessThan(end);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void followsRefusesAndOutlivesNacos() throws Exception {
        ConfigService nacos = Middleware.nacos().console();
        nacos.publishConfig("live-it-shared.yaml", "DEFAULT_GROUP", "slipway.limits: {shared: 7, tries: 2}", "yaml");
        nacos.publishConfig(SETTINGS, "DEFAULT_GROUP", "slipway.limits.tries: 3", "yaml");
        nacos.publishConfig(RULES, "SENTINEL_GROUP", "[{\"resource\":\"GET:/a\",\"count\":5}]", "json");
        start();
        assertThat(limits()).as("the service's own goes before the shared").isEqualTo(new Limits(3, 7));
        assertThat(rules()).containsExactly(5.0);

        nacos.publishConfig(SETTINGS, "DEFAULT_GROUP", "slipway.limits.tries: 4", "yaml");
        eventually(() -> limits().tries() == 4);

        nacos.publishConfig(SETTINGS, "DEFAULT_GROUP", "slipway.limits: {tries: 0, shared: 8}", "yaml");
        eventually(() -> rejected(SETTINGS) == 1);
        nacos.publishConfig(
                RULES,
                "SENTINEL_GROUP",
                "[{\"resource\":\"GET:/a\",\"count\":6},{\"resource\":\"GET:/b\",\"count\":-1}]",
                "json");
        eventually(() -> rejected(RULES) == 1);
        assertThat(limits()).as("nothing of it").isEqualTo(new Limits(4, 7));
        assertThat(rules()).as("not the good one of two either").containsExactly(5.0);

        application.close();
        start();
        assertThat(limits()).as("a start over a broken text").isEqualTo(new Limits(4, 7));
        assertThat(rules()).as("a start over broken rules").containsExactly(5.0);
        assertThat(rejected(SETTINGS)).isEqualTo(1);

        Middleware.nacos().server().kill();
        assertThat(limits()).as("running on").isEqualTo(new Limits(4, 7));
        application.close();
        start();
        assertThat(limits()).as("a start without Nacos").isEqualTo(new Limits(4, 7));
        assertThat(rules()).as("rules without Nacos").containsExactly(5.0);

        Middleware.nacos().server().start();
        eventually(() -> publish(nacos, "slipway.limits.tries: 6") && limits().tries() == 6);
        assertThat(limits().shared()).as("Nacos kept it").isEqualTo(7);
        nacos.publishConfig(RULES, "SENTINEL_GROUP", "[{\"resource\":\"GET:/a\",\"count\":9}]", "json");
        eventually(() -> rules().equals(List.of(9.0)));
        nacos.shutDown();
    }

    private static boolean publish(ConfigService nacos, String text) {
        try {
            return nacos.publishConfig(SETTINGS, "DEFAULT_GROUP", text, "yaml");
        } catch (NacosException away) {
            return false;
        }
    }
}
