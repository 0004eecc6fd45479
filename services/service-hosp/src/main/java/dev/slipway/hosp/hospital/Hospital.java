package dev.slipway.hosp.hospital;

/**
 * A hospital of the catalogue.
 *
 * @param version grows with every change
 */
public record Hospital(String code, HospitalProfile profile, HospitalStatus status, long version) {}
