package dev.slipway.order.appointment;

/**
 * The user who booked.
 *
 * @param phone where messages about the appointment go
 */
public record Booker(String userId, String phone) {}
