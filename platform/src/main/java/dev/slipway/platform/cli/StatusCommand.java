package dev.slipway.platform.cli;

import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Style;
import dev.slipway.platform.report.Table;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.stack.ComponentStatus;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.RunningStack;
import dev.slipway.platform.stack.State;
import dev.slipway.platform.stack.SupervisorStatus;
import dev.slipway.platform.stack.progress.Amounts;
import dev.slipway.platform.stack.progress.StackView;
import dev.slipway.platform.stack.progress.StackView.ComponentView;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway status}. */
@Command(
        name = "status",
        description = {
            "Show the components of the stack: state, process, port, uptime, start, restarts, memory.",
            "With -e, show the objects of that environment on its cluster instead. Ends with 0 when all are ready, and with 1",
            "otherwise."
        },
        footer = {
            "",
            "Examples:",
            "  slipway status                   the stack of this machine",
            "  slipway status -e dev-ol         an environment on its cluster",
            "  slipway status -e dev-ol -w      until all is ready, or else 5 after --timeout"
        })
public final class StatusCommand implements CliCommand {
    private final Session session;

    @Mixin
    final ClusterOptions options = new ClusterOptions();

    @Option(
            names = {"-w", "--watch"},
            description = "Show changes on the cluster until all is ready.")
    boolean watch;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "900",
            converter = Seconds.class,
            description = "How long to watch. Default: ${DEFAULT-VALUE}.")
    Duration timeout = Duration.ZERO;

    public StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public ExitCode run() throws IOException, InterruptedException {
        if (!options.environment.name.isEmpty()) {
            return new ClusterStatus(session, options).run(watch ? timeout : null);
        }
        if (watch) {
            throw new UserError(
                    "only an environment of a cluster can be watched",
                    "name it with -e; 'slipway up' shows the stack of this machine",
                    ExitCode.USAGE);
        }
        return local();
    }

    private ExitCode local() {
        var stack = new RunningStack(DataDirectory.at(session.workspace().data()), session.clock());
        StackView view = view(stack);
        Console console = session.console();
        console.show(view, () -> table(view, console));
        if (!view.running()) {
            console.note(
                    view.components().isEmpty()
                            ? "The stack does not run; 'slipway up' starts it."
                            : "No supervisor runs; 'slipway up' or 'slipway down' stops what is left.");
        }
        return view.ready() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private StackView view(RunningStack stack) {
        Optional<SupervisorStatus> supervisor = stack.supervisor();
        var components = new ArrayList<ComponentView>();
        for (ComponentStatus status : inOrder(stack, supervisor.orElse(null))) {
            boolean lives = stack.lives(status);
            if (supervisor.isPresent() || lives) {
                components.add(ComponentView.of(
                        status, state(status, lives, supervisor.isPresent()), stack.memory(status), session.clock()));
            }
        }
        boolean ready = supervisor.isPresent()
                && components.size() == supervisor.get().components().size()
                && components.stream().allMatch(component -> component.state().equals("ready"));
        return new StackView(
                supervisor.isPresent(),
                ready,
                supervisor.map(SupervisorStatus::addresses).orElse(Map.of()),
                components);
    }

    private static List<ComponentStatus> inOrder(RunningStack stack, @Nullable SupervisorStatus supervisor) {
        List<String> order = supervisor == null ? List.of() : supervisor.components();
        return stack.files().components().stream()
                .sorted(Comparator.comparingInt(status -> order.indexOf(status.name())))
                .toList();
    }

    /** A process that has just died is not ready, though its supervisor may not have noticed. */
    private static String state(ComponentStatus status, boolean lives, boolean supervised) {
        if (!supervised) {
            return "leftover";
        }
        return status.state() == State.READY && !lives
                ? State.BACKING_OFF.toString()
                : status.state().toString();
    }

    private static Table table(StackView view, Console console) {
        var table = new Table(
                "COMPONENT", "STATE", "PID", "PORT", "UPTIME", "START", "RESTARTS", "MEMORY", "READY SINCE", "");
        for (ComponentView component : view.components()) {
            Style style = component.state().equals("ready") ? Style.GOOD : Style.WARNING;
            table.row(
                    component.component(),
                    console.paint(style, component.state()),
                    text(component.pid()),
                    Integer.toString(component.port()),
                    component.uptimeSeconds() == null
                            ? ""
                            : Amounts.span(Duration.ofSeconds(component.uptimeSeconds())),
                    component.startSeconds() == null
                            ? ""
                            : Amounts.seconds(Duration.ofMillis(Math.round(component.startSeconds() * 1000))),
                    Integer.toString(component.restarts()),
                    component.residentBytes() == null
                            ? ""
                            : Amounts.mebibytes(OptionalLong.of(component.residentBytes())),
                    component.readySince() == null
                            ? ""
                            : component
                                    .readySince()
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString(),
                    component.cause() == null ? "" : component.cause());
        }
        return table;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
