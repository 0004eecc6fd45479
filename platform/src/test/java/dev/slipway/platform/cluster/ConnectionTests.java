package dev.slipway.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionTests {
    private static final String CONTEXTS = """
            apiVersion: v1
            kind: Config
            current-context: dev
            contexts:
              - {name: dev, context: {cluster: near, user: ann}}
              - {name: prod, context: {cluster: far, user: ann}}
            clusters: [{name: near, cluster: {server: 'https://near.example.com'}}]
            """;

    @TempDir
    Path folder;

    private Path contexts;
    private Path others;

    @BeforeEach
    void writes() throws IOException {
        contexts = Files.writeString(folder.resolve("contexts"), CONTEXTS);
        others = Files.createDirectory(folder.resolve("others")).resolve("config");
        Files.writeString(others, """
                apiVersion: v1
                kind: Config
                current-context: other
                contexts: [{name: other, context: {cluster: near, user: ann}}]
                clusters:
                  - {name: near, cluster: {server: 'https://second.example.com'}}
                  - {name: far, cluster: {server: 'https://far.example.com', certificate-authority: ca.crt}}
                users: [{name: ann, user: {client-key: ann.key, client-certificate: ann.crt}}]
                """);
    }

    @Test
    void severalFilesAreOneAndTheFirstCounts() {
        var config = new Connection(List.of(contexts, others), null).config();

        assertThat(config.getCurrentContext().getName()).isEqualTo("dev");
        assertThat(config.getMasterUrl()).isEqualTo("https://near.example.com/");
        assertThat(config.getClientKeyFile())
                .isEqualTo(others.resolveSibling("ann.key").toString());
    }

    @Test
    void aContextMayBeInOneFileAndItsClusterInAnother() {
        var config = new Connection(List.of(contexts, others), "prod").config();

        assertThat(config.getMasterUrl()).isEqualTo("https://far.example.com/");
        assertThat(config.getCaCertFile())
                .isEqualTo(others.resolveSibling("ca.crt").toString());
    }

    @Test
    void ofSeveralFilesOneMayBeMissing() {
        var config = new Connection(List.of(folder.resolve("none"), contexts), null).config();

        assertThat(config.getMasterUrl()).isEqualTo("https://near.example.com/");
        assertUnusable(new Connection(List.of(folder.resolve("a"), folder.resolve("b")), null), "a:", "b", "not there");
    }

    /** Another one in its place would be another cluster. */
    @Test
    void aContextThatIsNowhereIsAnError() {
        assertUnusable(new Connection(List.of(contexts, others), "prd"), "no context prd");
    }

    private static void assertUnusable(Connection connection, String... words) {
        assertThatThrownBy(connection::config).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(error.what()).contains(words);
        });
    }

    @ParameterizedTest
    @CsvSource({"EC, data, EC", "EC, file, EC", "RSA, data,", "RSA, file,"})
    void aKeyThatTheClientWouldTakeForAnotherIsKnownWhereverItIs(String algorithm, String place, @Nullable String told)
            throws IOException, GeneralSecurityException {
        byte[] key = pem(algorithm);
        Path file = Files.write(folder.resolve("key"), key);
        String named = place.equals("file")
                ? "client-key: '" + file + "'"
                : "client-key-data: " + Base64.getEncoder().encodeToString(key);
        Path kubeconfig = Files.writeString(
                folder.resolve("ann"),
                CONTEXTS + "users: [{name: ann, user: {client-certificate-data: YQ==, " + named + "}}]\n");

        assertThat(new Connection(kubeconfig, null).config().getClientKeyAlgo()).isEqualTo(told);
    }

    private static byte[] pem(String algorithm) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("EC") ? 256 : 2048);
        String body = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        return ("-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
