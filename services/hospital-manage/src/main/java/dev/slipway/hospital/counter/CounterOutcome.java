package dev.slipway.hospital.counter;

/** What became of what the clerk did. */
public sealed interface CounterOutcome {
    record Done() implements CounterOutcome {}

    /**
     * Nothing changed here; it may be tried again.
     *
     * @param reason in words for the clerk
     */
    record Failed(String reason) implements CounterOutcome {}
}
