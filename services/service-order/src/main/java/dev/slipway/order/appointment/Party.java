package dev.slipway.order.appointment;

/** Who gives an appointment up. */
public enum Party {
    PATIENT,
    HOSPITAL,
    /** The hospital, by cancelling the whole schedule. */
    SCHEDULE;

    /** Whether the hospital does not know of it by itself. A cancelled schedule does not cancel its records there. */
    public boolean hospitalIsTold() {
        return this != HOSPITAL;
    }
}
