package dev.slipway.security.identity;

/** What a caller is: a patient, an operator of the platform, another service, or a hospital by its signature. */
public enum Role {
    USER,
    ADMIN,
    SERVICE,
    HOSPITAL
}
