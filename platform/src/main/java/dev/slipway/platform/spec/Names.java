package dev.slipway.platform.spec;

/** The forms of names that Kubernetes takes. */
public final class Names {
    static final String NAME = "[a-z]([a-z0-9-]{0,61}[a-z0-9])?";
    static final String NAME_ALLOWED = "lower-case letters, digits and dashes, at most 63";
    static final String DOMAIN = "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*";
    static final String DOMAIN_ALLOWED = "lower-case letters, digits, dashes and dots";

    private Names() {}
}
