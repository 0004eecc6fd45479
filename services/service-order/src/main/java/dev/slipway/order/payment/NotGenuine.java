package dev.slipway.order.payment;

/** A notification that the provider did not sign. */
public final class NotGenuine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotGenuine(String why) {
        super(why, null, false, false);
    }
}
