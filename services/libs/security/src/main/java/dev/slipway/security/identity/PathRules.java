package dev.slipway.security.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a service opens.
 *
 * @param open calls that need no caller, each {@code METHOD /pattern}, such as {@code GET /api/dictionaries/**}
 */
@ConfigurationProperties("slipway.security")
record PathRules(@DefaultValue List<String> open) {
    PathRules {
        open.forEach(call -> {
            if (!call.matches("[A-Z]+ /\\S*")) {
                throw new IllegalArgumentException("slipway.security.open: '" + call + "' is not 'METHOD /pattern'");
            }
        });
    }
}
