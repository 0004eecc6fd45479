package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.Matches;
import org.jspecify.annotations.Nullable;

/**
 * How callers from outside reach a service.
 *
 * @param host the name that they call
 * @param tls name of the TLS Secret with the certificate of that name; made by hand or by an issuer, and where neither has and
 *     the cluster is not for production, by {@code apply}, self-signed
 * @param path prefix of the paths that are let in
 * @param rewrite what the prefix is replaced by on its way in; nothing when left out
 * @param rate calls a second that one address may make, with {@code routing: ingress} only; unbounded when left out
 */
public record Expose(
        @Matches(value = Names.DOMAIN, allowed = Names.DOMAIN_ALLOWED)
        String host,

        @Nullable @Matches(value = Names.DOMAIN, allowed = Names.DOMAIN_ALLOWED)
        String tls,

        @Matches(value = "/[A-Za-z0-9._/-]*", allowed = "an absolute path") @Default("/")
        String path,

        @Nullable @Matches(value = "/[A-Za-z0-9._/-]*", allowed = "an absolute path")
        String rewrite,

        @Nullable @Between(min = 1, max = 1_000_000) Integer rate) {}
