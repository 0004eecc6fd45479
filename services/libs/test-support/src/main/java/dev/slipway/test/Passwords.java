package dev.slipway.test;

import java.security.SecureRandom;
import java.util.Base64;

/** Fresh secrets for each test JVM. */
final class Passwords {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    static String base64Key() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
