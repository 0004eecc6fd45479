package dev.slipway.hospital.counter;

/** What became of what the clerk did. */
public sealed interface CounterOutcome {
    record Done() implements CounterOutcome {}

    /**
     * It is stored here and the platform is told until it answers.
     *
     * @param reason in words for the clerk
     */
    record Untold(String reason) implements CounterOutcome {}

    /**
     * Nothing changed here; it may be tried again.
     *
     * @param reason in words for the clerk
     */
    record Failed(String reason) implements CounterOutcome {}
}
