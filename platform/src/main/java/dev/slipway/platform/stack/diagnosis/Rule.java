package dev.slipway.platform.stack.diagnosis;

import java.util.Optional;

/** Knows one kind of cause. */
interface Rule {
    /** The cause in one line, when the evidence shows it. */
    Optional<String> cause(Evidence evidence);
}
