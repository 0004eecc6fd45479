package dev.slipway.gateway.access;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is open to anyone.
 *
 * @param open {@code METHOD /path/pattern} each; GET opens HEAD too. Neither operators' nor internal paths can be
 *     opened here.
 */
@ConfigurationProperties("slipway.gateway.access")
public record AccessSettings(@DefaultValue List<String> open) {
    public AccessSettings {
        open = List.copyOf(open);
        open.forEach(OpenCall::parse);
    }
}
