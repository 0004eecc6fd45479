package dev.slipway.platform;

import dev.slipway.platform.secrets.SelfSigned;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key that is made for one rehearsal, with a certificate of its own: of the server, and of whoever calls it. */
record RehearsedIdentity(SelfSigned made) {
    static RehearsedIdentity make() throws IOException, InterruptedException {
        return new RehearsedIdentity(SelfSigned.of(List.of("127.0.0.1"), new SecureRandom()));
    }

    SSLContext server() throws GeneralSecurityException, IOException {
        char[] word = new char[0];
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, word);
        keys.setKeyEntry("rehearsal", made.key(), word, new Certificate[] {made.certificate()});
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, word);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** As it stands in a kubeconfig. */
    String certificate() {
        return base64(made.certificatePem());
    }

    /** As it stands in a kubeconfig. */
    String key() {
        return base64(made.keyPem());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
