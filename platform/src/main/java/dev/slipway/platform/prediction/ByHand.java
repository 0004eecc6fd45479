package dev.slipway.platform.prediction;

import dev.slipway.platform.spec.Environment;
import java.util.Set;
import java.util.TreeMap;

/**
 * A Secret that the description names and that nobody but a person or an issuer makes.
 *
 * @param keys that it has to have
 * @param key of the description that names it
 * @param pulls whether images are pulled with it
 */
record ByHand(String name, Set<String> keys, String key, boolean pulls) {
    static Iterable<ByHand> of(Environment environment) {
        var all = new TreeMap<String, ByHand>();
        environment.services().forEach((service, description) -> {
            var expose = description.expose();
            if (expose != null && expose.tls() != null) {
                all.put(
                        expose.tls(),
                        new ByHand(
                                expose.tls(),
                                Set.of("tls.crt", "tls.key"),
                                "services." + service + ".expose.tls",
                                false));
            }
        });
        var cluster = environment.cluster();
        if (cluster != null && cluster.imagePullSecret() != null) {
            String name = cluster.imagePullSecret();
            all.put(name, new ByHand(name, Set.of(".dockerconfigjson"), "cluster.imagePullSecret", true));
        }
        return all.values();
    }
}
