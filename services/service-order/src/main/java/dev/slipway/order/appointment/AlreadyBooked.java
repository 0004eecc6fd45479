package dev.slipway.order.appointment;

/** The patient has an active appointment in this department on this date and session. */
public final class AlreadyBooked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AlreadyBooked() {
        super("The patient has an appointment there at that time", null, false, false);
    }
}
