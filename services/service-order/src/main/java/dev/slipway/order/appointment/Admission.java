package dev.slipway.order.appointment;

import org.jspecify.annotations.Nullable;

/**
 * What the hospital gives for an accepted appointment.
 *
 * @param recordId the hospital's name for it
 * @param sequenceNumber place in the queue
 * @param fetchTime when the number is fetched, in the hospital's words
 */
public record Admission(
        String recordId,
        @Nullable Integer sequenceNumber,
        @Nullable String fetchTime,
        @Nullable String fetchAddress) {
    private static final int LONGEST_ID = 64;

    public Admission {
        if (recordId.isBlank() || recordId.length() > LONGEST_ID) {
            throw new IllegalArgumentException("A hospital's record id has 1 to 64 characters");
        }
    }
}
