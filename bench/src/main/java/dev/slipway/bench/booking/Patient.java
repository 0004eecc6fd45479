package dev.slipway.bench.booking;

/**
 * Someone to book for.
 *
 * @param token of the user who books
 * @param id of the patient
 */
record Patient(String token, String id) {}
