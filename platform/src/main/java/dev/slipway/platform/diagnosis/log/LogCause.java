package dev.slipway.platform.diagnosis.log;

import dev.slipway.platform.diagnosis.Cause;

/** A cause that a log shows, in one line. */
public record LogCause(Cause cause, String text) {}
