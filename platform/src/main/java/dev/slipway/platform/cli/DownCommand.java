package dev.slipway.platform.cli;

import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.RunningStack;
import dev.slipway.platform.stack.progress.Amounts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway down}. */
@Command(
        name = "down",
        description = {
            "Stop the stack, in reverse order and within 15 seconds; its data stays.",
            "Stops also what a killed 'slipway up' has left. When nothing runs it says so and ends with 0."
        },
        footer = {
            "",
            "Examples:",
            "  slipway down                  stop, keep the data",
            "  slipway down --purge          stop, ask, then remove databases, secrets and logs",
            "  slipway down --purge --yes    the same without asking"
        })
public final class DownCommand implements CliCommand {
    private final Session session;

    @Option(names = "--purge", description = "Remove the data directory too, after asking.")
    boolean purge;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    boolean yes;

    public DownCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws InterruptedException, IOException {
        Console console = session.console();
        DataDirectory directory = DataDirectory.at(session.workspace().data());
        if (purge && directory.exists() && !yes && !console.confirm("Remove " + directory.root() + " for good?")) {
            throw new UserError("nothing was stopped or removed", "say yes, or give --yes", ExitCode.REFUSED);
        }
        Instant asked = session.clock().instant();
        boolean stopped = directory.exists() && new RunningStack(directory, session.clock()).stop();
        Duration took = Duration.between(asked, session.clock().instant());
        boolean purged = purge && directory.exists();
        if (purged) {
            directory.purge();
        }
        var lines = new ArrayList<>(List.of(stopped ? "Stopped in " + Amounts.seconds(took) + "." : "Nothing runs."));
        if (purged) {
            lines.add("Removed " + directory.root() + ".");
        }
        console.showLines(new Ended(stopped, took.toMillis() / 1000.0, purged), () -> lines);
        return ExitCode.DONE;
    }

    /**
     * @param stopped whether anything ran
     * @param seconds that it took
     * @param purged whether the data was removed too
     */
    record Ended(boolean stopped, double seconds, boolean purged) {}
}
