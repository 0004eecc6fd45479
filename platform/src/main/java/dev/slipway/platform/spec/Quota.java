package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import org.jspecify.annotations.Nullable;

/**
 * What the pods of a namespace may ask for together.
 *
 * @param cpu sum of the requests
 * @param memory sum of the requests, and of the limits
 * @param storage sum of the volume claims; unbounded when left out
 * @param pods their number
 */
public record Quota(
        Cpu cpu,
        Memory memory,
        @Nullable Memory storage,
        @Between(min = 1) @Default("100") int pods) {}
