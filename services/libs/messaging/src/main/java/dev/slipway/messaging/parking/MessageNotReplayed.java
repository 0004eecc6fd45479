package dev.slipway.messaging.parking;

/** The origin queue did not take a replayed message, e.g. because it is gone. */
public final class MessageNotReplayed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MessageNotReplayed(String reason) {
        super(reason);
    }
}
