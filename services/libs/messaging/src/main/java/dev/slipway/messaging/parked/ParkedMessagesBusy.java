package dev.slipway.messaging.parked;

/** Another operator is looking through the parking queue at this moment. */
public final class ParkedMessagesBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ParkedMessagesBusy() {
        super("another operator is at the parked messages");
    }
}
