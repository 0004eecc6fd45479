package dev.slipway.platform.stack;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Finds out why a component is not usable. */
public interface Diagnostician {
    /**
     * The cause in one line.
     *
     * @param exitCode empty when the process still runs, or when it was someone else's child
     * @param obstacle what was missing when it was last asked; null when it was never asked
     */
    String cause(Component component, OptionalInt exitCode, @Nullable String obstacle);
}
