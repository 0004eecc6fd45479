package dev.slipway.gateway.call;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may speak for a client's address.
 *
 * @param trustedProxies addresses or subnets ({@code 10.0.0.0/8}) whose {@code X-Forwarded-For} is believed; none by default
 */
@ConfigurationProperties("slipway.gateway.clients")
public record ClientSettings(@DefaultValue List<String> trustedProxies) {
    public ClientSettings {
        trustedProxies = List.copyOf(trustedProxies);
        trustedProxies.forEach(ClientAddresses::rule);
    }
}
