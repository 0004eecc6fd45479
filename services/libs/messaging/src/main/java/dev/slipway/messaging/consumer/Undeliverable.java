package dev.slipway.messaging.consumer;

/** An event that no retry can help: it is parked at once. The message goes to the operator and holds no secret. */
public final class Undeliverable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Undeliverable(String reason) {
        super(reason);
    }
}
