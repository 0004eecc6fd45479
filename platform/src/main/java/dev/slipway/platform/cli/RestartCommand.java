package dev.slipway.platform.cli;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Suggestions;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.stack.ComponentStatus;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.RunningStack;
import dev.slipway.platform.stack.State;
import dev.slipway.platform.stack.SupervisorStatus;
import dev.slipway.platform.stack.process.ProcessIdentity;
import dev.slipway.platform.stack.progress.Amounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway restart}. */
@Command(
        name = "restart",
        description = "Stop one component gracefully, start it again, and wait until it is ready.",
        footer = {"", "Examples:", "  slipway restart service-user"})
public final class RestartCommand implements CliCommand {
    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Session session;

    @Parameters(paramLabel = "NAME", description = "The component, as 'slipway status' names it.")
    String name = "";

    public RestartCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws InterruptedException {
        var stack = new RunningStack(DataDirectory.at(session.workspace().data()), session.clock());
        SupervisorStatus supervisor = stack.supervisor()
                .orElseThrow(
                        () -> new UserError("the stack does not run", "start it with 'slipway up'", ExitCode.FAILED));
        check(supervisor);
        ProcessIdentity before =
                stack.files().component(name).map(ComponentStatus::process).orElse(null);
        Instant asked = session.clock().instant();
        stack.files().wishRestart(name);
        return await(stack, before, asked);
    }

    private ExitCode await(RunningStack stack, @Nullable ProcessIdentity before, Instant asked)
            throws InterruptedException {
        while (session.clock().instant().isBefore(asked.plus(WITHIN))) {
            Optional<ComponentStatus> status = stack.files().component(name);
            if (status.filter(now -> now.state() == State.READY && !Objects.equals(now.process(), before))
                    .isPresent()) {
                Duration took = Duration.between(asked, session.clock().instant());
                session.console()
                        .showLines(
                                new Restarted(name, took.toMillis() / 1000.0),
                                () -> List.of(name + " is ready again after " + Amounts.seconds(took) + "."));
                return ExitCode.DONE;
            }
            if (stack.supervisor().isEmpty()) {
                throw new UserError("the stack was stopped meanwhile", "", ExitCode.FAILED);
            }
            Thread.sleep(LOOK.toMillis());
        }
        String cause = stack.files().component(name).map(ComponentStatus::cause).orElse(null);
        throw new UserError(
                name + " is not ready after " + WITHIN.toMinutes() + " minutes" + (cause == null ? "" : ": " + cause),
                "see 'slipway logs " + name + "'",
                ExitCode.TIMED_OUT);
    }

    /** @param seconds from being asked to being ready */
    record Restarted(String component, double seconds) {}

    private void check(SupervisorStatus supervisor) {
        if (!supervisor.components().contains(name)) {
            throw new UserError(
                    "there is no component '" + name + "' in the running stack",
                    Suggestions.nearest(name, supervisor.components())
                            .map(nearest -> "did you mean '" + nearest + "'?")
                            .orElse("one of: " + String.join(", ", supervisor.components())),
                    ExitCode.USAGE);
        }
    }
}
