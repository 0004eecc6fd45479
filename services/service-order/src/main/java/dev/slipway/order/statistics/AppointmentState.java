package dev.slipway.order.statistics;

import dev.slipway.order.appointment.AppointmentStatus;
import java.time.LocalDate;

/**
 * What an appointment is now, for whoever keeps an account of them.
 *
 * @param version the one that the event of its latest change carries
 */
public record AppointmentState(
        String number, String hospitalCode, LocalDate visitDate, AppointmentStatus status, int version) {}
