package dev.slipway.order.appointment;

/** Who gives an appointment up. */
public enum Party {
    PATIENT,
    HOSPITAL,
    /** The hospital, by cancelling the whole schedule. */
    SCHEDULE
}
