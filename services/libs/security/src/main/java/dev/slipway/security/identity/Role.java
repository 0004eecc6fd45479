package dev.slipway.security.identity;

/** What a caller is: a patient, an operator of the platform, or another service. */
public enum Role {
    USER,
    ADMIN,
    SERVICE
}
