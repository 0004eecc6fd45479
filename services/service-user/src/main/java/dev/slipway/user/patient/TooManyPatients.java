package dev.slipway.user.patient;

/** The user has as many patients as a user may have. */
public final class TooManyPatients extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyPatients() {
        super("A user has at most " + PatientDesk.MOST + " patients");
    }
}
