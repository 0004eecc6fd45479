package dev.slipway.platform.cli;

import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.OutputFormat;
import dev.slipway.platform.report.Style;
import dev.slipway.platform.report.Table;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.smoke.Doors;
import dev.slipway.platform.smoke.SmokeTest;
import dev.slipway.platform.smoke.StepResult;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway smoke}. */
@Command(
        name = "smoke",
        description = {
            "Walk through a running stack as a patient: sign in, book, pay, cancel, let one expire, fetch a number.",
            "With the stack of the data directory the operator and the hospital's clerk do their parts, and the counts "
                    + "are compared at the end; elsewhere, steps that need them are skipped."
        },
        footer = {
            "",
            "Examples:",
            "  slipway smoke",
            "  slipway smoke --data /tmp/second",
            "  slipway smoke --url https://dev.example.com",
            "  slipway smoke -o json"
        })
public final class SmokeCommand implements CliCommand {
    private final Session session;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where the gateway is. Default: that of the running stack, or http://127.0.0.1:8080.")
    @Nullable
    URI url;

    public SmokeCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws InterruptedException {
        refuseOtherSchemes();
        Doors doors = Doors.of(session.workspace(), session.clock(), url);
        Console console = session.console();
        boolean lines = console.format() == OutputFormat.TABLE;
        List<StepResult> results = new SmokeTest(doors, session.clock(), new SecureRandom()).walk(step -> {
            if (lines) {
                console.print(line(step));
            }
        });
        if (!lines) {
            console.show(results, Table::new);
        }
        StepResult last = results.get(results.size() - 1);
        if (!last.ok()) {
            throw new UserError(
                    "'" + last.name() + "' failed: " + last.cause(),
                    "is the stack up? see 'slipway status', and 'slipway logs NAME' for the service behind it",
                    ExitCode.FAILED);
        }
        return ExitCode.DONE;
    }

    private String line(StepResult step) {
        if (step.skipped()) {
            return String.format(Locale.ROOT, "%-16s  %s: %s", "skipped", step.name(), step.cause());
        }
        String verdict = step.ok()
                ? session.console().paint(Style.GOOD, "ok    ")
                : session.console().paint(Style.BAD, "FAILED");
        return String.format(Locale.ROOT, "%s %6d ms  %s", verdict, step.millis(), step.name());
    }

    private void refuseOtherSchemes() {
        if (url == null) {
            return;
        }
        if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
            throw new UserError(
                    "'" + url + "' is no address of a gateway",
                    "give scheme and host, e.g. --url http://127.0.0.1:8080",
                    ExitCode.USAGE);
        }
    }
}
