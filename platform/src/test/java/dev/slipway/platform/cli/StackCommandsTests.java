package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Ran;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.Selection;
import dev.slipway.platform.stack.local.LocalStack;
import dev.slipway.platform.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StackCommandsTests {
    private static final String DESCRIPTION = """
            apiVersion: slipway.dev/v1
            kind: Environment
            name: local
            middleware:
              redis: { port: 16379 }
            services:
              gateway: { port: 8080, entry: true, needs: [redis] }
            """;

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "logs", "restart", "verify", "uninstall", "apply", "plan", "diff"})
    void helpSaysExamplesAndExitCodes(String command) {
        var ran = Ran.slipway(home, command, "--help");
        assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("Examples:", "slipway " + command, "Exit codes:");
    }

    @ParameterizedTest
    @CsvSource({"--only,service-cmn", "--without,'mongodb,service-hosp'"})
    void whatTheHelpOfUpNamesMayBeChosenOrLeftOut(String option, String names) {
        Path sources = Path.of("..").toAbsolutePath().normalize();
        var needs = LocalStack.needs(Descriptions.load(new Workspace(sources, home), "local"));
        List<String> components = List.of(names.split(",", -1));

        assertThat(Ran.slipway(home, "up", "--help").out()).contains("slipway up " + option + " " + names + " ");
        assertThat(
                        option.equals("--only")
                                ? Selection.of(needs, components, List.of())
                                : Selection.of(needs, List.of(), components))
                .isNotEmpty();
    }

    @Test
    void theStatusOfNothingIsNotReady() {
        var ran = Ran.slipway(home, "status", "-o", "json");
        assertThat(ran.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.out()).contains("\"running\" : false", "\"components\" : [ ]");
        assertThat(home.resolve(".slipway")).doesNotExist();
    }

    @Test
    void onlyAClusterCanBeWatched() {
        var ran = Ran.slipway(home, "status", "-w");
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("-e");
    }

    @Test
    void theBooksOfNothingCannotBeVerified() {
        var ran = Ran.slipway(home, "verify");
        assertThat(ran.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).contains("'slipway up'");
        assertThat(Ran.slipway(home, "verify", "--timeout", "-1").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void downOfNothingSaysSo() {
        var ran = Ran.slipway(home, "down");
        assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).isEqualToIgnoringNewLines("Nothing runs.");
    }

    @Test
    void purgeRemovesTheDataOnlyWhenTold() {
        Path data = DataDirectory.open(home.resolve(".slipway")).root();
        var asked = Ran.slipway(home, "down", "--purge");
        assertThat(asked.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(data).exists();

        var told = Ran.slipway(home, "down", "--purge", "--yes");
        assertThat(told.exit()).isEqualTo(ExitCode.DONE);
        assertThat(data).doesNotExist();
    }

    @Test
    void purgeLeavesAFolderThatIsNotOurs() throws IOException {
        Path foreign = Files.createDirectories(home.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis"), "years of work");
        var ran = Ran.slipway(home, "down", "--purge", "--yes", "--data", foreign.toString());
        assertThat(ran.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(foreign.resolve("thesis")).exists();
    }

    @Test
    void restartNeedsARunningStack() {
        var ran = Ran.slipway(home, "restart", "redis");
        assertThat(ran.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).contains("the stack does not run", "slipway up");
    }

    @Test
    void logsArePrintedAlsoWhenNothingRuns() throws IOException {
        DataDirectory data = DataDirectory.open(home.resolve(".slipway"));
        Files.writeString(data.log("redis"), "ready\n");
        var ran = Ran.slipway(home, "logs", "redis");
        assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).isEqualToIgnoringNewLines("ready");

        var unknown = Ran.slipway(home, "logs", "rdis");
        assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("did you mean 'redis'?");

        var badSpan = Ran.slipway(home, "logs", "redis", "--since", "soon");
        assertThat(badSpan.exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void upRefusesAnUnknownComponentAndOneThatIsNeeded() throws IOException {
        Files.createDirectories(home.resolve("deploy/local"));
        Files.writeString(home.resolve("deploy/local/platform.yaml"), DESCRIPTION);
        var unknown = Ran.slipway(home, "up", "--only", "gatewy");
        assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("did you mean 'gateway'?");
        var needed = Ran.slipway(home, "up", "--without", "redis");
        assertThat(needed.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(needed.err()).contains("cannot leave out redis: gateway needs it");
        var port = Ran.slipway(home, "up", "--port", "70000");
        assertThat(port.exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void upRefusesAFolderThatHoldsSomethingElse() throws IOException {
        Files.createDirectories(home.resolve("deploy/local"));
        Files.writeString(home.resolve("deploy/local/platform.yaml"), DESCRIPTION);
        var ran = Ran.slipway(home, "up", "--data", home.toString());
        assertThat(ran.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.err()).contains("is not a data directory of Slipway");
    }

    @Test
    void downIsToldInEachForm() {
        assertThat(Ran.slipway(home, "down", "-o", "json").out()).contains("\"stopped\" : false", "\"purged\" : false");
    }

    @Test
    void aNacosWithoutSchemeOrPasswordIsWrongUsage() {
        var address = Ran.slipway(home, "config", "diff", "--nacos", "localhost:8848");
        assertThat(address.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(address.err()).contains("'localhost:8848' is no address of a Nacos");

        var password = Ran.slipway(home, "config", "diff", "--password-file", "nowhere");
        assertThat(password.exit()).as(password.err()).isEqualTo(ExitCode.USAGE);
        assertThat(password.err()).contains("nowhere cannot be read");
    }
}
