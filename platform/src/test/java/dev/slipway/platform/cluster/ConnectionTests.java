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
import org.junit.jupiter.params.provider.ValueSource;

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
        for (String named : List.of("ca.crt", "ann.key", "ann.crt")) {
            Files.createFile(others.resolveSibling(named));
        }
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
        var config = new Connection(List.of(folder.resolve("none"), contexts, others), null).config();

        assertThat(config.getMasterUrl()).isEqualTo("https://near.example.com/");
        assertUnusable(new Connection(List.of(folder.resolve("a"), folder.resolve("b")), null), "a:", "b", "not there");
    }

    /** Another one in its place would be another cluster. */
    @Test
    void aContextThatIsNowhereIsAnError() {
        assertUnusable(new Connection(List.of(contexts, others), "prd"), "no context prd");
    }

    @Test
    void whoNamesNoContextIsToldWhichThereAre() throws IOException {
        var none = Files.writeString(folder.resolve("none"), CONTEXTS.replace("current-context: dev\n", ""));

        assertUnusable(new Connection(none, null), "no current context", "dev, prod");
        assertUnusable(new Connection(contexts, "prd"), "no context prd", "dev, prod");
    }

    /** As 'touch ~/.kube/config' makes one; kubectl takes it for one that says nothing. */
    @Test
    void anEmptyFileSaysNothing() throws IOException {
        var empty = Files.createFile(folder.resolve("empty"));

        assertThat(new Connection(List.of(empty, contexts, others), null)
                        .config()
                        .getMasterUrl())
                .isEqualTo("https://near.example.com/");
        assertUnusable(new Connection(empty, null), "empty", "no current context");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1, 2]", "a: [", "clusters: 5"})
    void aFileThatIsSomethingElseIsAnError(String text) throws IOException {
        assertUnusable(
                new Connection(Files.writeString(folder.resolve("other"), text), null), "other", "is no kubeconfig");
    }

    /** The library goes to https://kubernetes.default.svc then, as nobody: inside of a cluster that is another one. */
    @ParameterizedTest
    @CsvSource({"'cluster: near', 'cluster: away', cluster away", "'user: ann', 'user: bob', user bob"})
    void whatAContextNamesHasToBeThere(String there, String missing, String told) throws IOException {
        String written = CONTEXTS.replace(there, missing) + "users: [{name: ann, user: {token: t}}]\n";

        assertUnusable(
                new Connection(Files.writeString(folder.resolve("dangling"), written), null),
                "context dev names the " + told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client-key", "client-certificate", "tokenFile"})
    void aFileOfAUserHasToBeThere(String key) throws IOException {
        Path there = Files.writeString(folder.resolve("there"), "x");
        String user = "{client-certificate: there, client-key: there, " + key + ": missing}";
        if (!key.equals("tokenFile")) {
            user = user.replace(key + ": there, ", "");
        }
        Path kubeconfig = Files.writeString(
                there.resolveSibling("config"), CONTEXTS + "users: [{name: ann, user: " + user + "}]\n");

        assertUnusable(
                new Connection(kubeconfig, null),
                key + " of the user ann is not there, or not readable: " + folder.resolve("missing"));
    }

    @Test
    void theCertificateOfAnAuthorityHasToBeThere() throws IOException {
        Path kubeconfig = Files.writeString(
                folder.resolve("config"),
                CONTEXTS.replace("com'", "com', certificate-authority: missing")
                        + "users: [{name: ann, user: {token: t}}]\n");

        assertUnusable(
                new Connection(kubeconfig, null),
                "certificate-authority of the cluster near is not there, or not readable: "
                        + folder.resolve("missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-plugin", "/bin/false", "/bin/pwd"})
    void aPluginHasToGiveCredentials(String plugin) throws IOException {
        Path kubeconfig = Files.writeString(folder.resolve("config"), CONTEXTS + """
                users:
                  - name: ann
                    user:
                      exec: {apiVersion: client.authentication.k8s.io/v1, command: %s, installHint: get it at X}
                """.formatted(plugin));

        assertUnusable(
                new Connection(kubeconfig, null),
                "the plugin " + plugin + " gives no credentials for the user ann",
                "get it at X");
    }

    @Test
    void aPluginThatGivesATokenIsBelieved() throws IOException {
        Path kubeconfig = Files.writeString(folder.resolve("config"), CONTEXTS + """
                users:
                  - name: ann
                    user:
                      exec:
                        apiVersion: client.authentication.k8s.io/v1
                        command: /bin/echo
                        args: ['{"apiVersion": "client.authentication.k8s.io/v1", "status": {"token": "t"}}']
                """);

        assertThat(new Connection(kubeconfig, null).config().getAutoOAuthToken())
                .isEqualTo("t");
    }

    /** Whoever writes the file puts another token there before the old one ends. */
    @Test
    void aTokenIsReadFromItsFileEachTime() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "first\n");
        Path kubeconfig = Files.writeString(
                folder.resolve("config"), CONTEXTS + "users: [{name: ann, user: {tokenFile: token, token: other}}]\n");

        var tokens = new Connection(kubeconfig, null).config().getOauthTokenProvider();

        assertThat(tokens.getToken()).isEqualTo("first");
        Files.writeString(file, "second");
        assertThat(tokens.getToken()).isEqualTo("second");
    }

    /** Else one would do with all rights of one's own what was to be done with those of another. */
    @Test
    void whoeverIsActedAsIsTold() throws IOException {
        Path kubeconfig = Files.writeString(
                folder.resolve("config"),
                CONTEXTS + "users: [{name: ann, user: {token: t, as: bob, as-groups: [readers]}}]\n");

        var config = new Connection(kubeconfig, null).config();

        assertThat(config.getImpersonateUsername()).isEqualTo("bob");
        assertThat(config.getImpersonateGroups()).containsExactly("readers");
    }

    /** What is wrong with it shows when the client is made of it. */
    @Test
    void whatCannotBeReadIsAnErrorOfTheKubeconfig() throws IOException {
        String user = "client-certificate-data: Z2FyYmFnZQ==, client-key-data: Z2FyYmFnZQ==";
        Path kubeconfig =
                Files.writeString(folder.resolve("config"), CONTEXTS + "users: [{name: ann, user: {" + user + "}}]\n");

        assertThatThrownBy(() -> new Connection(kubeconfig, null).open())
                .isInstanceOfSatisfying(UserError.class, error -> {
                    assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
                    assertThat(error.what()).contains(kubeconfig.toString()).doesNotContain("An error has occurred");
                });
    }

    @Test
    void anAddressThatIsNoneIsAnErrorOfTheKubeconfig() throws IOException {
        Path kubeconfig = Files.writeString(
                folder.resolve("config"),
                CONTEXTS.replace("near.example.com", "near example:99999") + "users: [{name: ann, user: {token: t}}]");

        assertThatThrownBy(() -> new Connection(kubeconfig, null).open())
                .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.what())
                        .contains("near example:99999", kubeconfig.toString()));
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
