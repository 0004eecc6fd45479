package dev.slipway.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key that is made for one rehearsal, with a certificate of its own: of the server, and of whoever calls it.
 *
 * @param keys which nobody else is to read
 */
record RehearsedIdentity(KeyStore keys) {
    private static final String NAME = "rehearsal";
    private static final String WORD = "rehearsal"; // the key is good for nothing, and gone with its folder
    private static final int SECONDS = 30;

    /** Made by the JDK's own tool, as the language cannot make certificates. */
    static RehearsedIdentity in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("keys");
        Path said = folder.resolve("keytool.log");
        var tool = new ProcessBuilder(command(store))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!tool.waitFor(SECONDS, TimeUnit.SECONDS) || tool.exitValue() != 0) {
            tool.destroyForcibly();
            throw new IOException("keytool: " + Files.readString(said));
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, WORD.toCharArray());
        }
        return new RehearsedIdentity(keys);
    }

    private static List<String> command(Path store) {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options =
                "-genkeypair -alias " + NAME + " -keyalg EC -dname CN=rehearsal,O=system:masters -ext san=ip:127.0.0.1"
                        + " -storetype PKCS12 -storepass " + WORD;
        return Stream.concat(Stream.of(keytool, "-keystore", store.toString()), Stream.of(options.split(" ")))
                .toList();
    }

    SSLContext server() throws GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, WORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /** As it stands in a kubeconfig. */
    String certificate() throws GeneralSecurityException {
        return pem("CERTIFICATE", keys.getCertificate(NAME).getEncoded());
    }

    /** As it stands in a kubeconfig. */
    String key() throws GeneralSecurityException {
        return pem("PRIVATE KEY", keys.getKey(NAME, WORD.toCharArray()).getEncoded());
    }

    private static String pem(String what, byte[] content) {
        String text = "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + what + "-----\n";
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
