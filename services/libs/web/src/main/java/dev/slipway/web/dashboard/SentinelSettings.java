package dev.slipway.web.dashboard;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Tells Sentinel, which knows system properties only, its name and the dashboard that it reports to. Without one it
 * writes no files of metrics, which nobody else reads.
 */
public final class SentinelSettings implements EnvironmentPostProcessor, Ordered {
    static final String DASHBOARD = "spring.cloud.sentinel.transport.dashboard";

    private static final String PORT = "spring.cloud.sentinel.transport.port";
    private static final String FILE_SIZE = Integer.toString(10 << 20);

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        set("project.name", environment.getProperty("spring.application.name"));
        String dashboard = environment.getProperty(DASHBOARD);
        if (dashboard == null) {
            set("csp.sentinel.metric.flush.interval", "0");
            return;
        }
        set("csp.sentinel.dashboard.server", dashboard);
        set("csp.sentinel.api.port", environment.getProperty(PORT, "8719"));
        set("csp.sentinel.heartbeat.client.ip", environment.getProperty("SLIPWAY_ADVERTISE"));
        set("csp.sentinel.metric.file.single.size", FILE_SIZE);
        set("csp.sentinel.metric.file.total.count", "2");
    }

    private static void set(String key, @Nullable String value) {
        if (value != null) {
            System.setProperty(key, value);
        }
    }

    /** After all that brings properties. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
