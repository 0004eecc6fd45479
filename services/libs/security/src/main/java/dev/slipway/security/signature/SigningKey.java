package dev.slipway.security.signature;

/**
 * A key that may sign at this moment.
 *
 * @param owner code of the hospital that the key speaks for
 * @param value the text whose bytes in UTF-8 are the key of the HMAC
 */
public record SigningKey(String owner, String value) {
    /** Never shows the key. */
    @Override
    public String toString() {
        return "SigningKey[owner=" + owner + "]";
    }
}
