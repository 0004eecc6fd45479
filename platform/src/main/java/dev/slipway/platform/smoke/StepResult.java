package dev.slipway.platform.smoke;

import org.jspecify.annotations.Nullable;

/**
 * How one step went.
 *
 * @param cause why it failed; null when it did not
 */
public record StepResult(
        String name, boolean ok, long millis, @Nullable String cause) {}
