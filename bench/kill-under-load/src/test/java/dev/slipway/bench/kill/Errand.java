package dev.slipway.bench.kill;

/**
 * Something that a patient wants of the hospital.
 *
 * @param wish {@code fetched} or {@code cancellation}, as the button is called
 */
record Errand(String hospital, String number, String wish) {}
