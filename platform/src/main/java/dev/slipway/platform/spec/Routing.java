package dev.slipway.platform.spec;

import java.util.Locale;

/** How callers from outside reach the services that are exposed. */
public enum Routing {
    INGRESS,
    GATEWAY_API;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
