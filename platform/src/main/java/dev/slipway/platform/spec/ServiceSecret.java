package dev.slipway.platform.spec;

import java.util.Locale;

/** The secrets that a service is given only when its description asks for them. */
public enum ServiceSecret {
    DATA_KEY,
    FILE_SIGNING_KEY,
    OPERATOR_PASSWORD,
    DEMONSTRATION_KEY,
    CLERK_PASSWORD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
