package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.Ran;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.smoke.FakeGateway;
import dev.slipway.platform.smoke.FakeGateway.Fault;
import dev.slipway.test.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTests {
    @TempDir
    Path home;

    private void secrets(String text, String mode) throws IOException {
        Path file = Files.createDirectories(home.resolve(".slipway")).resolve("secrets.yaml");
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @Test
    void versionTellsAllItsPartsInEachForm() throws IOException {
        assertThat(Ran.slipway(home, "version").out()).containsPattern("slipway +\\d+\\.\\d+\\.\\d+");
        var json = new ObjectMapper()
                .readTree(Ran.slipway(home, "version", "-o", "json").out());
        assertThat(json.path("slipway").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(Ran.slipway(home, "version", "-o", "yaml").out()).startsWith("slipway: ");
    }

    @Test
    void aSecretIsPrintedAndNothingElse() throws IOException {
        secrets("operator-password: \"abc\"\nnacos-password: \"def\"\n", "rw-------");

        var ran = Ran.slipway(home, "secret", "operator-password");

        assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).isEqualToNormalizingNewlines("abc\n");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void aSecretIsReadFromTheGivenDataDirectory() throws IOException {
        secrets("operator-password: \"abc\"\n", "rw-------");
        Files.move(home.resolve(".slipway"), home.resolve("other stack"));

        var ran = Ran.slipway(home, "secret", "operator-password", "--data", "other stack", "-o", "json");

        assertThat(new ObjectMapper().readTree(ran.out()).path("value").asText())
                .isEqualTo("abc");
    }

    @Test
    void anUnknownSecretListsTheNamesAndNoValue() throws IOException {
        secrets("operator-password: \"abc\"\nnacos-password: \"def\"\n", "rw-------");

        var ran = Ran.slipway(home, "secret", "operator-pasword");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("operator-password", "nacos-password", "did you mean 'operator-password'?")
                .doesNotContain("abc", "def");
    }

    @Test
    void withoutAStackThereIsNoSecret() {
        var ran = Ran.slipway(home, "secret", "operator-password");

        assertThat(ran.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).contains("there are no secrets yet", "slipway up");
    }

    @Test
    void anOpenSecretsFileIsRefused() throws IOException {
        secrets("operator-password: \"abc\"\n", "rw-r--r--");

        var ran = Ran.slipway(home, "secret", "operator-password");

        assertThat(ran.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.err()).contains("chmod 600");
    }

    @Test
    void aMissingNameIsWrongUsage() {
        var ran = Ran.slipway(home, "secret");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("NAME");
    }

    @Test
    void smokePrintsEachStepWithItsTime() throws Exception {
        try (var gateway = new FakeGateway(Fault.NONE)) {
            var ran = Ran.slipway(home, "smoke", "--url", gateway.address().toString());

            assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
            assertThat(ran.out().lines()).hasSize(33).allMatch(line -> line.matches("ok +\\d+ ms  .+|skipped +.+: .+"));
        }
    }

    @Test
    void smokeFailsWithTheStepAndItsCause() throws Exception {
        try (var gateway = new FakeGateway(Fault.OTHER_ME)) {
            var ran = Ran.slipway(home, "smoke", "-o", "json", "--url", gateway.address() + "/");

            assertThat(ran.exit()).isEqualTo(ExitCode.FAILED);
            assertThat(ran.err()).contains("'see me' failed");
            var steps = new ObjectMapper().readTree(ran.out());
            assertThat(steps.get(steps.size() - 1).path("ok").asBoolean(true)).isFalse();
        }
    }

    @Test
    void smokeSaysWhenNothingAnswers() throws IOException {
        int free = FreePort.next();

        var ran = Ran.slipway(home, "smoke", "--url", "http://127.0.0.1:" + free);

        assertThat(ran.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).contains("nothing answers at http://127.0.0.1:" + free);
    }

    @Test
    void smokeRefusesWhatIsNoAddress() {
        assertThat(Ran.slipway(home, "smoke", "--url", "ftp://somewhere").exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Ran.slipway(home, "smoke", "--url", "localhost:8080").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void completionKnowsItsShells() {
        assertThat(Ran.slipway(home, "completion", "bash").out()).contains("complete -F", "slipway");
        assertThat(Ran.slipway(home, "completion", "fish").out())
                .contains("complete -c slipway")
                .contains("-a version")
                .contains("'__fish_seen_subcommand_from config' -a diff")
                .contains("__fish_seen_subcommand_from smoke' -l url -r");
        var ran = Ran.slipway(home, "completion", "tcsh");
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("bash", "zsh", "fish");
    }

    @Test
    void doctorTellsEachCheckAndEndsByTheWorst() throws IOException {
        Path sources = Path.of("..").toAbsolutePath().normalize();

        var ran = Ran.slipway(
                sources, "doctor", "-o", "json", "--data", home.resolve("new").toString());

        var findings = new ObjectMapper().readTree(ran.out());
        assertThat(findings.findValuesAsText("check"))
                .contains("jdk", "memory", "disk", "data directory", "secrets", "locale", "time zone", "leftovers");
        boolean problem = findings.findValuesAsText("verdict").contains("problem");
        assertThat(ran.exit()).isEqualTo(problem ? ExitCode.FAILED : ExitCode.DONE);
        assertThat(findings)
                .allMatch(finding -> finding.path("verdict").asText().equals("ok")
                        == finding.path("fix").asText().isEmpty());
        assertThat(home.resolve("new")).doesNotExist();
    }

    @Test
    void doctorFindsWhatIsWrongWithTheDataDirectory() throws IOException {
        Path sources = Path.of("..").toAbsolutePath().normalize();
        Path file = Files.createFile(home.resolve("file"));

        var ran = Ran.slipway(sources, "doctor", "--data", file.toString());

        assertThat(ran.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.out()).containsPattern("data directory +problem").contains("--data");
    }
}
