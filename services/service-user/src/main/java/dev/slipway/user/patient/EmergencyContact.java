package dev.slipway.user.patient;

import dev.slipway.user.phone.Phone;

/** Whom the hospital may call. */
public record EmergencyContact(String name, Phone phone) {}
