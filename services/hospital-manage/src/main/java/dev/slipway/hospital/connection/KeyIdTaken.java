package dev.slipway.hospital.connection;

/** A key of this id exists already. */
public final class KeyIdTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public KeyIdTaken(String keyId) {
        super("There is a key " + keyId + " already");
    }
}
