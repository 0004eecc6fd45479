package dev.slipway.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTests {
    private static final List<SecretName> NAMES =
            List.of(SecretName.password("redis-password"), SecretName.key("data-key"));

    @TempDir
    Path directory;

    private SecretsFile file() {
        return new SecretsFile(directory.resolve("data/secrets.yaml"), new SecureRandom());
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(path)));
    }

    @Test
    void generatedOnceAndReadBack() throws IOException {
        var made = file().ensure(NAMES);

        assertThat(file().read().values()).isEqualTo(made.values());
        assertThat(file().ensure(NAMES).values()).isEqualTo(made.values());
        assertThat(mode("data/secrets.yaml")).isEqualTo("rw-------");
    }

    @Test
    void valuesHold32RandomBytes() throws IOException {
        var secrets = file().ensure(NAMES);

        assertThat(Base64.getDecoder().decode(secrets.value("data-key"))).hasSize(32);
        assertThat(Base64.getUrlDecoder().decode(secrets.value("redis-password")))
                .hasSize(32);
        assertThat(secrets.value("redis-password")).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void aMissingSecretIsAddedAndTheOthersAreKept() throws IOException {
        var before = file().ensure(NAMES);

        var after = file().ensure(List.of(SecretName.password("mysql-password-order")));

        assertThat(after.values()).containsAllEntriesOf(before.values()).containsKey("mysql-password-order");
        assertThat(file().read().values()).isEqualTo(after.values());
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        file().ensure(NAMES);

        try (Stream<Path> entries = Files.list(directory.resolve("data"))) {
            assertThat(entries.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("secrets.yaml", ".secrets.yaml.lock");
        }
    }

    @Test
    void aFileThatOthersCanReadIsRefusedWithTheFix() throws IOException {
        file().ensure(NAMES);
        Files.setPosixFilePermissions(
                directory.resolve("data/secrets.yaml"), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> file().read()).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.what()).contains("rw-r-----");
            assertThat(error.fix()).startsWith("chmod 600");
            assertThat(error.exitCode()).isEqualTo(ExitCode.REFUSED);
        });
        assertThatThrownBy(() -> file().ensure(NAMES)).isInstanceOf(UserError.class);
    }

    @Test
    void aDamagedFileIsNamedWithoutItsValues() throws IOException {
        file().ensure(NAMES);
        String value = file().read().value("redis-password");
        Path path = directory.resolve("data/secrets.yaml");
        Files.writeString(path, Files.readString(path) + "data-key: [" + value + "\n");

        assertThatThrownBy(() -> file().read())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("secrets.yaml:")
                .hasMessageNotContaining(value);
    }

    @Test
    void withoutAFileUpIsTheFix() {
        assertThatThrownBy(() -> file().read()).isInstanceOfSatisfying(UserError.class, error -> assertThat(error.fix())
                .contains("slipway up"));
    }

    @Test
    void secretsDoNotPrintTheirValues() throws IOException {
        var secrets = file().ensure(NAMES);

        assertThat(secrets.toString()).contains("redis-password").doesNotContain(secrets.value("redis-password"));
    }

    @Test
    void aServiceIsGivenWhatItNeedsAndNothingElse() throws IOException {
        Path home = Path.of("..").toAbsolutePath().normalize();
        Environment local = Descriptions.load(new Workspace(home, home.resolve(".slipway")), "local");
        var secrets = file().ensure(SecretPlan.names(local));
        var user = local.services().get("service-user");
        var sms = local.services().get("service-sms");
        assertThat(user).isNotNull();
        assertThat(sms).isNotNull();
        Path own = directory.resolve("run/service-user/secrets");

        SecretDirectory.render(own, SecretPlan.filesOf("service-user", user), secrets);

        assertThat(contents(own))
                .containsOnlyKeys(
                        "mysql-password",
                        "redis-password",
                        "rabbitmq-password",
                        "nacos-password",
                        "identity-key",
                        "data-key",
                        "operator-password")
                .containsEntry("mysql-password", secrets.value("mysql-password-user"));
        assertThat(mode("run/service-user/secrets")).isEqualTo("rwx------");
        assertThat(mode("run/service-user/secrets/data-key")).isEqualTo("rw-------");

        SecretDirectory.render(own, SecretPlan.filesOf("service-sms", sms), secrets);

        assertThat(contents(own))
                .containsOnlyKeys("mysql-password", "rabbitmq-password", "nacos-password", "identity-key")
                .containsEntry("mysql-password", secrets.value("mysql-password-sms"));
    }

    private static Map<String, String> contents(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.collect(Collectors.toMap(file -> file.getFileName().toString(), SecretsFileTests::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
