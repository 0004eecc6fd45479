package dev.slipway.order.booking;

import org.jspecify.annotations.Nullable;

/**
 * A user's wish.
 *
 * @param requestKey the client's {@code Idempotency-Key}, if any
 */
public record BookAppointment(
        String userId,
        String scheduleId,
        String patientId,
        @Nullable String requestKey) {}
