package dev.slipway.messaging.parking;

/** The broker did not take a message for the parking queue; it stays where it is. */
public final class MessageNotParked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MessageNotParked(String reason) {
        super(reason);
    }
}
