package dev.slipway.platform.manifest;

import dev.slipway.platform.secrets.RegistryLogin;
import dev.slipway.platform.spec.HandMadeSecret;
import java.util.List;

/**
 * A Secret that somebody may bring: one that is there is left as it is, and belongs to whoever has made it.
 *
 * @param making how it is made when it is not there
 */
public record BroughtSecret(String namespace, String name, String component, HandMadeSecret.Form form, Making making)
        implements DescribedSecret {
    BroughtSecret madeBy(Making other) {
        return new BroughtSecret(namespace, name, component, form, other);
    }

    /** How a Secret is made when nobody has brought it. */
    public sealed interface Making {}

    /** Not at all: that is for a person or an issuer to do. */
    public record ByHand() implements Making {}

    /** With a new key, and a certificate that it signs itself. */
    public record SelfSigned(List<String> hosts) implements Making {
        public SelfSigned {
            hosts = List.copyOf(hosts);
        }
    }

    /** With the login of whoever applies. */
    public record Login(RegistryLogin login) implements Making {}
}
