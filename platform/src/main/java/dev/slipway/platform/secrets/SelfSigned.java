package dev.slipway.platform.secrets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A new key with a certificate that it signs itself, for a year. Made by the JDK's own tool, as the language cannot make
 * certificates.
 */
public final class SelfSigned {
    /** How long a browser takes the certificate. */
    public static final int DAYS = 365;

    private static final String NAME = "key";
    private static final int SECONDS = 60;

    /** A file that is read once, with a random word, is not made hard to guess. */
    private static final String CHEAPLY = "-J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC"
            + " -J-Dkeystore.pkcs12.certPbeIterationCount=1 -J-Dkeystore.pkcs12.keyPbeIterationCount=1"
            + " -J-Dkeystore.pkcs12.macIterationCount=1";

    /** An hour before now, for the clocks of others. */
    private static final String OPTIONS = CHEAPLY + " -genkeypair -storetype PKCS12 -alias " + NAME
            + " -keyalg EC -groupname secp256r1 -sigalg SHA256withECDSA -dname CN=slipway,O=self-signed"
            + " -startdate -1H -validity " + DAYS
            + " -ext bc:critical=ca:false -ext ku:critical=digitalSignature -ext eku=serverAuth,clientAuth";

    private final Certificate certificate;
    private final Key key;

    private SelfSigned(Certificate certificate, Key key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** @param hosts names, or addresses of IPv4, that the certificate is for */
    public static SelfSigned of(Collection<String> hosts, SecureRandom random)
            throws IOException, InterruptedException {
        // The tool is told it by its standard input: should this be killed, what is left of its file is of no use.
        String word = SecretName.password("store").generate(random);
        Path folder = Files.createTempDirectory("slipway-certificate");
        Path store = folder.resolve("keys");
        Path said = folder.resolve("keytool.log");
        try {
            make(command(store, hosts), word, said);
            return read(Files.readAllBytes(store), word.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        } finally {
            for (Path file : List.of(store, said, folder)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<String> command(Path store, Collection<String> hosts) {
        String names = hosts.stream()
                .map(host -> (host.matches("[0-9.]+") ? "ip:" : "dns:") + host)
                .collect(Collectors.joining(","));
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        return Stream.concat(
                        Stream.of(tool.toString(), "-keystore", store.toString(), "-ext", "san=" + names),
                        Stream.of(OPTIONS.split(" ")))
                .toList();
    }

    private static void make(List<String> command, String word, Path said) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try (var in = tool.outputWriter(StandardCharsets.US_ASCII)) {
            in.write(word + "\n" + word + "\n"); // and once more, to be sure
        }
        if (!tool.waitFor(SECONDS, TimeUnit.SECONDS) || tool.exitValue() != 0) {
            tool.destroyForcibly();
            throw new IOException("keytool: " + Files.readString(said));
        }
    }

    private static SelfSigned read(byte[] store, char[] word) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(new ByteArrayInputStream(store), word);
        return new SelfSigned(keys.getCertificate(NAME), Objects.requireNonNull(keys.getKey(NAME, word)));
    }

    private static String pem(String what, byte[] content) {
        byte[] line = "\n".getBytes(StandardCharsets.US_ASCII);
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, line).encodeToString(content)
                + "\n-----END " + what + "-----\n";
    }

    public Certificate certificate() {
        return certificate;
    }

    public Key key() {
        return key;
    }

    public String certificatePem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was read from its encoded form", e);
        }
    }

    /** In PKCS #8. */
    public String keyPem() {
        return pem("PRIVATE KEY", key.getEncoded());
    }
}
