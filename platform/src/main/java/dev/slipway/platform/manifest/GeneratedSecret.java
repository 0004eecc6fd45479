package dev.slipway.platform.manifest;

import dev.slipway.platform.secrets.SecretName;
import java.util.Map;

/**
 * A Secret whose values are made on the cluster, once, and never rendered. The same {@link SecretName} in several Secrets
 * of one environment is one value.
 *
 * @param keys key in the Secret → which value
 */
public record GeneratedSecret(String namespace, String name, String component, Map<String, SecretName> keys)
        implements DescribedSecret {
    public GeneratedSecret {
        keys = Map.copyOf(keys);
    }
}
