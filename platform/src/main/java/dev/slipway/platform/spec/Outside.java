package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.InvalidField;
import dev.slipway.platform.yaml.Matches;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server that somebody else runs: nothing is started for it, its name is made to lead there. The passwords that it knows
 * its clients by are in the Secret {@code <name of the middleware>-outside}, which is made by hand.
 *
 * @param host its name, or
 * @param addresses its addresses
 */
public record Outside(
        @Nullable
        @Matches(
                value = "(?!\\d+(\\.\\d+){3}$)" + Names.DOMAIN,
                allowed = Names.DOMAIN_ALLOWED + "; an address stands in 'addresses'")
        String host,

        @Matches(
                value = "(?!0|127\\.|169\\.254\\.)\\d{1,3}(\\.\\d{1,3}){3}",
                allowed = "an IPv4 address that pods can reach")
        List<String> addresses) {
    public Outside {
        if ((host == null) == addresses.isEmpty()) {
            throw new InvalidField("host", "either 'host' or 'addresses', allowed: exactly one of them");
        }
    }
}
