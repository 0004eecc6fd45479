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
        console.print(
                stopped
                        ? "Stopped in "
                                + Amounts.seconds(
                                        Duration.between(asked, session.clock().instant())) + "."
                        : "Nothing runs.");
        if (purge && directory.exists()) {
            directory.purge();
            console.print("Removed " + directory.root() + ".");
        }
        return ExitCode.DONE;
    }
}
