package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.InvalidField;
import dev.slipway.platform.yaml.Matches;
import java.time.Duration;

/**
 * How new pods take the place of old ones.
 *
 * @param strategy {@code recreate} where two versions must not run side by side
 * @param maxSurge pods above the wanted number, a number or a percentage
 * @param maxUnavailable pods below the wanted number, a number or a percentage
 * @param minReady how long a pod has to be ready before the next one is replaced
 * @param history old versions that can be gone back to
 */
public record Rollout(
        @Default("rolling") Strategy strategy,

        @Matches(value = "\\d{1,4}%?", allowed = "a number or a percentage, in quotes") @Default("'1'")
        String maxSurge,

        @Matches(value = "\\d{1,4}|\\d{1,2}%|100%", allowed = "a number or a percentage, in quotes") @Default("'0'")
        String maxUnavailable,

        @Default("5s") Duration minReady,
        @Between(min = 0, max = 100) @Default("5") int history) {
    /** Whether old and new pods may run side by side. */
    public enum Strategy {
        ROLLING,
        RECREATE
    }

    public Rollout {
        if (strategy == Strategy.ROLLING && maxSurge.matches("0+%?") && maxUnavailable.matches("0+%?")) {
            throw new InvalidField(
                    "maxUnavailable",
                    "no pod more and no pod fewer, so none could be replaced, allowed: one of 'maxSurge' and"
                            + " 'maxUnavailable' above 0");
        }
    }
}
