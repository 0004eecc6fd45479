package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.InvalidField;

/**
 * As many pods as the load needs.
 *
 * @param min pods that there always are
 * @param max pods that there are at most
 * @param cpu percent of the requested processor time that the pods are kept at
 */
public record Autoscale(
        @Between(min = 1, max = 1000) int min,
        @Between(min = 2, max = 1000) int max,
        @Between(min = 10, max = 500) @Default("70") int cpu) {
    public Autoscale {
        if (max <= min) {
            throw new InvalidField("max", max + " is not more than min (" + min + "), allowed: more");
        }
    }
}
