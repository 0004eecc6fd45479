package dev.slipway.hospital.order;

/**
 * What an admitted patient needs to know.
 *
 * @param recordId the hospital's own id of the order
 * @param fetchTime when the number is to be fetched, in words
 */
public record Admission(String recordId, int sequenceNumber, String fetchTime, String fetchAddress) {}
