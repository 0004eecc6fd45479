package dev.slipway.platform.cluster;

import io.fabric8.kubernetes.client.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key of whoever is signed in by a certificate. */
final class ClientKey {
    private static final String PKCS8 = "-----BEGIN PRIVATE KEY-----";

    private ClientKey() {}

    /** A key in PKCS#8 does not say in its heading of which kind it is, and the client takes it for RSA. */
    static boolean isEllipticCurve(Config config) {
        try {
            String pem = pem(config);
            String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
            return pem.contains(PKCS8);
        } catch (IOException | IllegalArgumentException | GeneralSecurityException otherKind) {
            return false; // the client reads it again and says what is wrong with it
        }
    }

    private static String pem(Config config) throws IOException {
        if (config.getClientKeyData() != null) {
            return new String(Base64.getDecoder().decode(config.getClientKeyData()), StandardCharsets.US_ASCII);
        }
        String file = config.getClientKeyFile();
        return file == null ? "" : Files.readString(Path.of(file), StandardCharsets.US_ASCII);
    }
}
