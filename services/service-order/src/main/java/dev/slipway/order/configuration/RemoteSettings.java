package dev.slipway.order.configuration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How other services and hospitals are called.
 *
 * @param connect longest wait for a connection
 * @param answer longest wait for the next bytes of an answer
 * @param deadline longest time of a whole call to a hospital or provider, however many bytes come
 * @param connections most connections to one host, and most threads that read from other services at once
 * @param scheduleAge how long a schedule that was read is used again
 * @param connectionAge how long a hospital's address and key are used again; at most a minute
 */
@ConfigurationProperties("slipway.remote")
public record RemoteSettings(
        @DefaultValue("1s") Duration connect,
        @DefaultValue("3s") Duration answer,
        @DefaultValue("5s") Duration deadline,
        @DefaultValue("200") int connections,
        @DefaultValue("1s") Duration scheduleAge,
        @DefaultValue("30s") Duration connectionAge) {
    private static final Duration LONGEST_CONNECTION_AGE = Duration.ofMinutes(1);

    public RemoteSettings {
        if (connections < 1 || connectionAge.compareTo(LONGEST_CONNECTION_AGE) > 0) {
            throw new IllegalArgumentException(
                    "slipway.remote: connections is at least 1, connection-age at most one minute");
        }
    }
}
