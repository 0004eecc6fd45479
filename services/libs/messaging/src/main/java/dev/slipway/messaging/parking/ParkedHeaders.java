package dev.slipway.messaging.parking;

/** Headers a parked message has beside its own. */
final class ParkedHeaders {

    static final String ID = "x-parked-id";
    static final String QUEUE = "x-origin-queue";
    static final String ERROR = "x-error";
    static final String AT = "x-parked-at";
    static final String ATTEMPTS = "x-attempts";

    private ParkedHeaders() {}
}
