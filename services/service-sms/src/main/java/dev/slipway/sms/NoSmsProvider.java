package dev.slipway.sms;

/** Nobody carries messages to telephones. */
final class NoSmsProvider extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSmsProvider() {
        super("No provider carries messages to telephones, and the embedded one would keep sign-in codes for itself: "
                + "it serves the profiles local, dev and test alone");
    }
}
