package dev.slipway.local.mongodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;

/** The server's side of one SCRAM-SHA-256 sign-in, without channel binding (RFC 5802 §5). */
final class ScramExchange {

    /** Base64 of "n,,": the client asks for no channel binding. */
    private static final String NO_CHANNEL_BINDING = "biws";

    private final ScramVerifier verifier;
    private final boolean known;
    private final String clientFirst;
    private final String nonce;
    private final String serverFirst;

    /** @throws SignInFailed when the message is not what a client begins with */
    ScramExchange(ScramVerifier verifier, byte[] message) {
        String text = new String(message, UTF_8);
        if (!text.startsWith("n,,")) {
            throw new SignInFailed();
        }
        this.verifier = verifier;
        this.clientFirst = text.substring(3);
        // An unknown user gets as far as a known one with a wrong password.
        this.known =
                verifier.knows(attribute(clientFirst, 'n').replace("=2C", ",").replace("=3D", "="));
        this.nonce = attribute(clientFirst, 'r') + base64(verifier.nonce());
        this.serverFirst = "r=" + nonce + ",s=" + base64(verifier.salt()) + ",i=" + ScramVerifier.ITERATIONS;
    }

    byte[] challenge() {
        return serverFirst.getBytes(UTF_8);
    }

    /**
     * The last message of a sign-in that succeeded.
     *
     * @throws SignInFailed when the proof is wrong, or for another exchange
     */
    byte[] verify(byte[] message) {
        String text = new String(message, UTF_8);
        int proofAt = text.lastIndexOf(",p=");
        if (proofAt < 0
                || !attribute(text, 'c').equals(NO_CHANNEL_BINDING)
                || !attribute(text, 'r').equals(nonce)) {
            throw new SignInFailed();
        }
        String authMessage = clientFirst + "," + serverFirst + "," + text.substring(0, proofAt);
        try {
            if (!known || !verifier.matches(Base64.getDecoder().decode(attribute(text, 'p')), authMessage)) {
                throw new SignInFailed();
            }
            return ("v=" + base64(verifier.signature(authMessage))).getBytes(UTF_8);
        } catch (IllegalArgumentException | GeneralSecurityException notAProof) {
            throw new SignInFailed();
        }
    }

    private static String attribute(String message, char name) {
        for (String attribute : message.split(",", -1)) {
            if (attribute.startsWith(name + "=")) {
                return attribute.substring(2);
            }
        }
        throw new SignInFailed();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
