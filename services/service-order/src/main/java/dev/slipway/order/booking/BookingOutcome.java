package dev.slipway.order.booking;

import dev.slipway.order.appointment.Appointment;

/** What became of a wish to book. */
public sealed interface BookingOutcome {
    /** There is an appointment; its state says whether the hospital has it, refused it or has not answered yet. */
    record Made(Appointment appointment) implements BookingOutcome {}

    /** The place is this call's; the hospital has not been asked yet. Nobody outside of booking sees it. */
    record Reserved(Appointment appointment) implements BookingOutcome {}

    /** Too many book at this moment; nothing was done. */
    record Busy() implements BookingOutcome {}

    record NotVerified() implements BookingOutcome {}

    record PatientMissing() implements BookingOutcome {}

    record ScheduleMissing() implements BookingOutcome {}

    /** @param state why it can't be booked, in the catalogue's words */
    record NotOpen(String state) implements BookingOutcome {}

    record NoneFree() implements BookingOutcome {}

    record BookedBefore() implements BookingOutcome {}
}
