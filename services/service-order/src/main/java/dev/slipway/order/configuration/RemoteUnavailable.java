package dev.slipway.order.configuration;

/** Another service does not answer as agreed; nothing has been changed by that. */
public final class RemoteUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RemoteUnavailable(String service, Throwable cause) {
        super(service + " does not answer as agreed", cause);
    }
}
