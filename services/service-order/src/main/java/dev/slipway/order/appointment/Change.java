package dev.slipway.order.appointment;

/** What a transition makes of an appointment. */
public sealed interface Change {
    /** It becomes {@code after}. */
    record To(Appointment after) implements Change {}

    /** It happened before: nothing to do, and no error either. */
    record Already() implements Change {}

    record Refused(Refusal why) implements Change {}
}
