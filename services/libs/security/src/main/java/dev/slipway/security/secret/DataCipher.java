package dev.slipway.security.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts single values at rest with AES-256-GCM under the secret {@code data-key}. A value is bound to its
 * {@code context} (such as {@code patient.certificate}), so that ciphertexts can't be swapped between columns.
 */
public final class DataCipher {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte VERSION = 1;

    private final SecretKeySpec encryptionKey;
    private final SecretKeySpec indexKey;
    private final SecureRandom random;

    /**
     * @param key exactly 32 bytes in Base64 (standard or URL alphabet)
     * @throws IllegalArgumentException when the key is anything else; its value is not in the message
     */
    public DataCipher(String key, SecureRandom random) {
        byte[] master = decode(key);
        this.encryptionKey = new SecretKeySpec(derive(master, "encryption"), "AES");
        this.indexKey = new SecretKeySpec(derive(master, "blind-index"), "HmacSHA256");
        this.random = random;
    }

    /** Base64 of version, nonce, ciphertext and tag: 4/3 of the text's bytes plus 40 characters. */
    public String encrypt(String context, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = seal(Cipher.ENCRYPT_MODE, context, nonce, text.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getEncoder().encodeToString(all);
    }

    /** @throws IllegalArgumentException when the value was changed, is of another context or of another key */
    public String decrypt(String context, String sealed) {
        ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        if (all.remaining() <= 1 + NONCE_BYTES || all.get() != VERSION) {
            throw new IllegalArgumentException("Not an encrypted value");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] body = new byte[all.remaining()];
        all.get(body);
        return new String(seal(Cipher.DECRYPT_MODE, context, nonce, body), StandardCharsets.UTF_8);
    }

    /** The same text gives the same 64 hexadecimal digits: for unique indexes over encrypted columns. */
    public String blindIndex(String context, String text) {
        return HexFormat.of().formatHex(mac(indexKey, context + '\0' + text));
    }

    private byte[] seal(int mode, String context, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, encryptionKey, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("The value can't be read with this key and context", refused);
        }
    }

    private static byte[] decode(String key) {
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(key.strip().replace('-', '+').replace('_', '/'));
            if (bytes.length == 32) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the same refusal
        }
        throw new IllegalArgumentException("The secret data-key must be 32 bytes in Base64");
    }

    private static byte[] derive(byte[] master, String purpose) {
        return mac(new SecretKeySpec(master, "HmacSHA256"), purpose);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
