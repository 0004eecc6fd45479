package dev.slipway.platform.render.part;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Texts beside the description that go to the cluster.
 *
 * @param configuration documents for Nacos by name, as below {@code deploy/config}
 */
public record Contents(SortedMap<String, String> configuration) {
    public Contents {
        configuration = new TreeMap<>(configuration);
    }
}
