package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.Matches;
import org.jspecify.annotations.Nullable;

/**
 * Files of a service that outlive its pods.
 *
 * @param size of the volume
 * @param path where it finds them
 * @param shared whether several pods write at once; the storage class has to be able to
 * @param storageClass the cluster's when left out
 * @param name of a hand-made volume of {@code cluster.volumes} to use; a fresh one is made when left out
 */
public record Volume(
        Memory size,

        @Matches(
                value = "(?!/(tmp|var/lib/slipway|etc/slipway/secrets)/?$)/[A-Za-z0-9._/-]+",
                allowed = "an absolute path, none of /tmp, /var/lib/slipway and /etc/slipway/secrets")
        String path,

        @Default("true") boolean shared,

        @Nullable @Matches(value = Names.DOMAIN, allowed = Names.DOMAIN_ALLOWED)
        String storageClass,

        @Nullable @Matches(value = Names.NAME, allowed = Names.NAME_ALLOWED)
        String name) {}
