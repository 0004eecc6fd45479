package dev.slipway.platform.cli;

import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.OutputFormat;
import dev.slipway.platform.report.Style;
import dev.slipway.platform.report.Table;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.verify.Verdict;
import dev.slipway.platform.verify.Verification;
import dev.slipway.platform.verify.store.StoredBooks;
import dev.slipway.platform.verify.store.Stores;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway verify}. */
@Command(
        name = "verify",
        description = {
            "Check that the books of a running local stack agree: places, hospitals' ledgers, money, messages, statistics.",
            "It only reads. What is told by messages lags behind, so the books are read again until they agree and no "
                    + "event waits, or the time is over. Stop all load first: they are not read at one moment.",
            "Ends with 0 when all agrees; otherwise with 1 and one line for each violation: appointment or schedule, "
                    + "rule, what was found."
        },
        footer = {
            "",
            "Examples:",
            "  slipway verify",
            "  slipway verify --timeout 120 --patience 0",
            "  slipway verify -o json"
        })
public final class VerifyCommand implements CliCommand {
    private final Session session;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            converter = Seconds.class,
            description = "How long to wait for what is on its way. Default: ${DEFAULT-VALUE}.")
    Duration timeout = Duration.ZERO;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "600",
            converter = Seconds.class,
            description = "How long an appointment may stay REQUESTED or REFUNDING, or money unnoticed. "
                    + "Default: ${DEFAULT-VALUE}.")
    Duration patience = Duration.ZERO;

    public VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws InterruptedException {
        Verdict verdict = verdict();
        show(verdict);
        return verdict.ok() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private Verdict verdict() throws InterruptedException {
        Stores stores = Stores.of(session.workspace(), session.clock());
        var books = new StoredBooks(stores, session.clock());
        try {
            return new Verification(books, patience).judge(timeout);
        } catch (IOException | SQLException away) {
            throw new UserError(
                    "the books cannot be read: " + away.getMessage(),
                    "is the stack up? see 'slipway status'",
                    ExitCode.FAILED,
                    away);
        }
    }

    private void show(Verdict verdict) {
        Console console = session.console();
        if (console.format() != OutputFormat.TABLE) {
            console.show(verdict, Table::new);
            return;
        }
        verdict.violations().forEach(violation -> console.print(violation.toString()));
        String judged = verdict.appointments() + " appointments, " + verdict.payments() + " payments, "
                + verdict.schedules() + " booked schedules";
        if (verdict.ok()) {
            console.print(console.paint(Style.GOOD, "ok    ") + judged);
        } else {
            console.print(console.paint(Style.BAD, "FAILED") + " "
                    + verdict.violations().size() + " violations, " + verdict.waiting() + " events wait; " + judged);
        }
    }
}
