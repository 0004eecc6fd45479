package dev.slipway.user.patient;

import java.time.Instant;

/** A patient of one user. */
public record Patient(String id, PatientDetails details, Instant createdAt) {}
