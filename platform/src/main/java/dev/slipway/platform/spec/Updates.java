package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;

/**
 * How the members of a server with state are replaced.
 *
 * @param strategy {@code on-delete}: a member is replaced when somebody deletes its pod
 * @param partition members with a lower number stay as they are
 */
public record Updates(
        @Default("rolling") Replacement strategy,
        @Between(min = 0, max = 100) @Default("0") int partition) {
    /** Who replaces a member. */
    public enum Replacement {
        ROLLING,
        ON_DELETE
    }
}
