package dev.slipway.platform.verify;

import java.util.Set;

/** The words for the state of an appointment, as they are stored. */
final class States {
    static final Set<String> ACTIVE = Set.of("REQUESTED", "CONFIRMED", "PAID", "FETCHED");
    static final Set<String> HELD = Set.of("CONFIRMED", "PAID", "FETCHED");
    static final Set<String> PAID = Set.of("PAID", "FETCHED");
    static final Set<String> WAS_PAID = Set.of("PAID", "FETCHED", "REFUNDING", "REFUNDED");
    static final Set<String> GIVEN_UP = Set.of("CANCELLED", "REFUNDING", "REFUNDED");
    static final Set<String> ON_THE_WAY = Set.of("REQUESTED", "REFUNDING");

    private States() {}
}
