package dev.slipway.platform.smoke;

import org.jspecify.annotations.Nullable;

/**
 * How one step went.
 *
 * @param ok whether it did not fail
 * @param skipped whether it was not made, as there is no door here that it needs
 * @param cause why it failed or was skipped; null when it was made
 */
public record StepResult(
        String name,
        boolean ok,
        boolean skipped,
        long millis,
        @Nullable String cause) {}
