package dev.slipway.statistics.appointment;

import java.time.LocalDate;

/**
 * What an appointment was at one version.
 *
 * @param active whether it counts: confirmed, paid or fetched
 * @param version of the appointment in service-order; a higher one is later
 */
public record AppointmentState(String number, String hospitalCode, LocalDate visitDate, boolean active, long version) {
    private static final int LONGEST = 64;

    public AppointmentState {
        if (!fits(number) || !fits(hospitalCode) || visitDate == null || version < 0) {
            throw new IllegalArgumentException("An appointment has a number, a hospital, a visit date and a version");
        }
    }

    private static boolean fits(String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST;
    }
}
