package dev.slipway.local.mongodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a server keeps of one user's password to check SCRAM-SHA-256 proofs (RFC 5802 §3, RFC 7677). The password has
 * to be ASCII: nothing is done to prepare others.
 */
final class ScramVerifier {

    /** MongoDB's own default. */
    static final int ITERATIONS = 15_000;

    private final String user;
    private final byte[] salt;
    private final byte[] storedKey;
    private final byte[] serverKey;
    private final SecureRandom random;

    private ScramVerifier(String user, byte[] salt, byte[] storedKey, byte[] serverKey, SecureRandom random) {
        this.user = user;
        this.salt = salt;
        this.storedKey = storedKey;
        this.serverKey = serverKey;
        this.random = random;
    }

    static ScramVerifier of(String user, String password, SecureRandom random) throws GeneralSecurityException {
        byte[] salt = new byte[28];
        random.nextBytes(salt);
        byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, 256))
                .getEncoded();
        byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(hmac(salted, "Client Key"));
        return new ScramVerifier(user, salt, storedKey, hmac(salted, "Server Key"), random);
    }

    boolean knows(String name) {
        return user.equals(name);
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] nonce() {
        byte[] nonce = new byte[24];
        random.nextBytes(nonce);
        return nonce;
    }

    /** Whether the proof comes from one who knows the password. */
    boolean matches(byte[] proof, String authMessage) throws GeneralSecurityException {
        byte[] clientKey = hmac(storedKey, authMessage);
        if (proof.length != clientKey.length) {
            return false;
        }
        for (int i = 0; i < clientKey.length; i++) {
            clientKey[i] ^= proof[i];
        }
        return MessageDigest.isEqual(MessageDigest.getInstance("SHA-256").digest(clientKey), storedKey);
    }

    byte[] signature(String authMessage) throws GeneralSecurityException {
        return hmac(serverKey, authMessage);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
