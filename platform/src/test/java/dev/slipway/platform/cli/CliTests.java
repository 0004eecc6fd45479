package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Ran;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class CliTests {
    @TempDir
    Path home;

    @Test
    void anUnknownCommandIsRefusedWithTheNearestOne() {
        var ran = Ran.slipway(home, "verison");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("error: unknown command 'verison' for 'slipway'")
                .contains("did you mean 'version'?")
                .contains("slipway --help");
    }

    @Test
    void anUnknownOptionIsRefusedWithTheNearestOne() {
        var ran = Ran.slipway(home, "version", "--debgu");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err())
                .contains("unknown option '--debgu' for 'slipway version'")
                .contains("did you mean '--debug'?");
    }

    @Test
    void aWordThatIsNearNothingGetsNoSuggestion() {
        var ran = Ran.slipway(home, "zebra");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("unknown command 'zebra'").doesNotContain("did you mean");
    }

    @Test
    void aWrongFormatNamesTheValidOnes() {
        var ran = Ran.slipway(home, "version", "-o", "xml");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("xml").contains("table").contains("json").contains("yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply", "status", "rotate", "uninstall", "verify"})
    void aTimeIsANumberOfSecondsAndNotNegative(String command) {
        for (String value : List.of("-5", "soon", "9999999999")) {
            var ran = Ran.slipway(home, command, "--timeout", value);

            assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
            assertThat(ran.err())
                    .contains("--timeout", "'" + value + "' is no number of seconds, allowed: 0 or more, e.g. 30");
        }
    }

    @Test
    void noCommandIsAnErrorThatPointsToTheHelp() {
        var ran = Ran.slipway(home);

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("command is missing").contains("slipway --help");
    }

    @Test
    void helpOfEveryCommandNamesExitCodesGlobalOptionsAndExamples() {
        for (String command : List.of(
                "",
                "version ",
                "up ",
                "down ",
                "status ",
                "logs ",
                "restart ",
                "smoke ",
                "doctor ",
                "secret ",
                "completion ",
                "config ",
                "config diff ",
                "config push ",
                "config pull ",
                "verify ",
                "render ",
                "lint ",
                "explain ",
                "plan ",
                "apply ",
                "diff ",
                "diagnose ",
                "rotate ",
                "uninstall ")) {
            var ran = Ran.slipway(home, (command + "--help").split(" ", -1));

            assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out()).contains("Examples:", "Exit codes:", "--no-color", "--debug", "--data");
            for (var exit : ExitCode.values()) {
                assertThat(ran.out()).containsPattern("\\s" + exit.code() + "\\s+" + exit.meaning());
            }
        }
    }

    @Test
    void helpListsEveryCommandAlsoWhenTheFirstWordIsAnOption() {
        assertThat(Ran.slipway(home, "--help").out())
                .contains("  up ", "  down ", "  status ", "  logs ", "  config ", "  version ");
        assertThat(Ran.slipway(home, "config", "--help").out()).contains("  diff ", "  push ", "  pull ");
        assertThat(Ran.slipway(home, "--no-color", "verison").err()).contains("did you mean 'version'?");
    }

    @Test
    void globalOptionsAreTakenBeforeAndAfterTheCommand() {
        assertThat(Ran.slipway(home, "-o", "json", "version").out()).startsWith("{");
        assertThat(Ran.slipway(home, "version", "-o", "json").out()).startsWith("{");
    }

    @Test
    void aKnownFailureShowsCauseAndFixAndNoStackTrace() {
        var ran = failing(new UserError("the disk is full", "make room", ExitCode.REFUSED), "fail");

        assertThat(ran.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(ran.err()).isEqualToNormalizingNewlines("error: the disk is full\nfix:   make room\n");
    }

    @Test
    void programsAreToldOfAFailureInTheirForm() {
        var failure = new UserError("the disk is full", "make room", ExitCode.REFUSED);
        var json = failing(failure, "fail", "-o", "json");
        var yaml = failing(failure, "fail", "-o", "yaml");

        assertThat(json.out())
                .isEqualToNormalizingNewlines("{\"event\":\"failed\",\"exitCode\":4,\"errors\":"
                        + "[{\"error\":\"the disk is full\",\"fix\":\"make room\"}]}\n");
        assertThat(yaml.out()).isEqualToNormalizingNewlines("""
                ---
                event: failed
                exitCode: 4
                errors:
                - error: the disk is full
                  fix: make room
                """);
        assertThat(List.of(json, yaml)).allSatisfy(ran -> assertThat(ran.err())
                .isEqualToNormalizingNewlines("error: the disk is full\nfix:   make room\n"));
    }

    @Test
    void severalFailuresAreSeveralEntriesEachOnce() {
        var full = new UserError("the disk is full", "make room", ExitCode.FAILED);
        var two = UserError.of(List.of(full, new UserError("no right to it", "ask for it", ExitCode.REFUSED), full));

        assertThat(failing(UserError.of(List.of(two, full)), "fail", "-o", "json")
                        .out())
                .isEqualToNormalizingNewlines("{\"event\":\"failed\",\"exitCode\":4,\"errors\":"
                        + "[{\"error\":\"the disk is full\",\"fix\":\"make room\"},"
                        + "{\"error\":\"no right to it\",\"fix\":\"ask for it\"}]}\n");
    }

    @Test
    void programsAreToldOfWrongUsageAndOfWhatNobodyExpected() {
        assertThat(failing(new IllegalStateException("boom"), "fail", "-o", "json")
                        .out())
                .startsWith("{\"event\":\"failed\",\"exitCode\":1,\"errors\":[{\"error\":\"unexpected: ")
                .contains("boom")
                .hasLineCount(1);
        assertThat(Ran.slipway(home, "version", "-o", "json", "--debgu").out())
                .startsWith("{\"event\":\"failed\",\"exitCode\":2,\"errors\":[{\"error\":\"unknown option '--debgu'");
    }

    @Test
    void anUnexpectedFailureShowsNoStackTrace() {
        var ran = failing(new IllegalStateException("boom"), "fail");

        assertThat(ran.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(ran.err()).contains("boom").contains("--debug").doesNotContain("\tat ");
    }

    @Test
    void debugShowsTheStackTrace() {
        var ran = failing(new IllegalStateException("boom"), "fail", "--debug");

        assertThat(ran.err()).contains("\tat dev.slipway.platform");
    }

    @Test
    void colourNeedsATerminalAndNobodyAgainstIt() {
        assertThat(coloured(Map.of(), true, "fail")).isTrue();
        assertThat(coloured(Map.of(), false, "fail")).isFalse();
        assertThat(coloured(Map.of("NO_COLOR", ""), true, "fail")).isTrue();
        assertThat(coloured(Map.of("NO_COLOR", "1"), true, "fail")).isFalse();
        assertThat(coloured(Map.of(), true, "fail", "--no-color")).isFalse();
    }

    private boolean coloured(Map<String, String> environment, boolean terminal, String... arguments) {
        var ran = Ran.with(
                home,
                environment,
                terminal,
                "",
                surroundings ->
                        new Cli(surroundings, session -> List.of(new Failing(new IllegalStateException("boom")))),
                arguments);
        return ran.err().contains("\u001b[");
    }

    private Ran failing(RuntimeException failure, String... arguments) {
        return Ran.with(
                home,
                Map.of(),
                false,
                "",
                surroundings -> new Cli(surroundings, session -> List.of(new Failing(failure))),
                arguments);
    }

    @Command(name = "fail")
    static final class Failing implements CliCommand {
        private final RuntimeException failure;

        @Option(names = "--much")
        boolean much;

        Failing(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public ExitCode run() {
            throw failure;
        }
    }
}
