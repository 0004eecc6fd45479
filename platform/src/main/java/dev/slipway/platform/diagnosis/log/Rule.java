package dev.slipway.platform.diagnosis.log;

import java.util.Optional;

/** Knows one kind of cause. */
interface Rule {
    /** The cause, when the evidence shows it. */
    Optional<LogCause> cause(Evidence evidence);
}
