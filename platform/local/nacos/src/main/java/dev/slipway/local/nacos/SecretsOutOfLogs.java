package dev.slipway.local.nacos;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Nacos tells its settings as it reads them, the token key and the identity's value among them, through the logger that
 * most of its core uses: that one line is left out. Each Spring context starts logging anew, so each brings the filter.
 */
final class SecretsOutOfLogs extends TurboFilter
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String LINE = "Get {} config from env, {}";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ((LoggerContext) LoggerFactory.getILoggerFactory()).addTurboFilter(this);
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable failure) {
        return LINE.equals(format) ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
