package dev.slipway.platform.cli;

import dev.slipway.platform.config.ConfigFiles;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.secrets.SecretsFile;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.Outcome;
import dev.slipway.platform.stack.RunningStack;
import dev.slipway.platform.stack.Selection;
import dev.slipway.platform.stack.StackRun;
import dev.slipway.platform.stack.local.LocalStack;
import dev.slipway.platform.stack.local.LocalStackFactory;
import dev.slipway.platform.stack.local.NacosFilling;
import dev.slipway.platform.stack.port.PortOwners;
import dev.slipway.platform.stack.process.StackProcesses;
import dev.slipway.platform.stack.progress.ProgressView;
import dev.slipway.platform.workspace.Workspace;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code slipway up}. */
@Command(
        name = "up",
        description = {
            "Start the stack, show how it comes up, and look after it until Ctrl-C.",
            "Ready means usable: requests go through the gateway to the services and their databases. A component that",
            "dies later is started again. When the start fails, the cause is shown and everything is stopped."
        },
        footer = {
            "",
            "Examples:",
            "  slipway up                                     everything, in the foreground",
            "  slipway up --detach                            in the background, once it is ready",
            "  slipway up --only service-cmn                  a service and what it needs",
            "  slipway up --without mongodb,service-hosp      all but these",
            "  slipway up --port 9080 --data /tmp/second      a second stack beside the first"
        })
public final class UpCommand implements CliCommand {
    private static final String ENVIRONMENT = "local";
    private static final int HIGHEST_PORT = 65_535;

    private final Session session;
    private final NacosFilling.Maker filling;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Only these, and what they need.")
    List<String> only = new ArrayList<>();

    @Option(names = "--without", paramLabel = "NAME", split = ",", description = "All but these.")
    List<String> without = new ArrayList<>();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where the gateway answers. With another one than usual, all other ports are free ones too.")
    @Nullable
    Integer port;

    @Option(names = "--detach", description = "Go on in the background once everything is ready.")
    boolean detach;

    @Option(names = "--no-build", description = "Start what is built, even if sources are newer.")
    boolean noBuild;

    /** @param filling makes what fills Nacos with the configuration of the sources */
    public UpCommand(Session session, NacosFilling.Maker filling) {
        this.session = session;
        this.filling = filling;
    }

    @Override
    public ExitCode run() throws Exception {
        Workspace workspace = session.workspace();
        Environment environment = Descriptions.load(workspace, ENVIRONMENT);
        Set<String> chosen = Selection.of(LocalStack.needs(environment), only, without);
        int entryPort = entryPort(environment);
        var directory = DataDirectory.open(workspace.data());
        var running = new RunningStack(directory, session.clock());
        if (running.running()) {
            throw StackRun.occupied(running.files());
        }
        if (chosen.contains("nacos")) {
            // A fault in what it is to get is told now, not when everything has waited for it.
            new ConfigFiles(workspace.home(), environment).load();
        }
        var ending = new UpReport(session.console(), workspace, running);
        return detach
                ? new DetachedUp(session, running, ending).run(arguments(directory, entryPort))
                : foreground(environment, chosen, entryPort, running, ending);
    }

    private ExitCode foreground(
            Environment environment, Set<String> chosen, int entryPort, RunningStack running, UpReport ending)
            throws Exception {
        Workspace workspace = session.workspace();
        DataDirectory directory = running.directory();
        var processes = new StackProcesses(directory.root());
        var factory = new LocalStackFactory(
                environment,
                chosen,
                entryPort,
                workspace.home(),
                new SecretsFile(workspace.secrets(), new SecureRandom()),
                filling.from(workspace),
                processes,
                new Random());
        var view = new ProgressView(session.console(), running.files(), session.clock(), running::memory);
        Thread watcher = new Thread(() -> ending.follow(view), "progress");
        watcher.setDaemon(true);
        Outcome outcome = new StackRun(directory, processes, session.clock(), new Random(), new PortOwners()::of)
                .run(factory, watcher::start);
        watcher.interrupt();
        watcher.join();
        view.refresh();
        return ending.of(outcome);
    }

    private int entryPort(Environment environment) {
        int usual = Objects.requireNonNull(environment.services().get(environment.entry()))
                .port();
        if (port == null) {
            return usual;
        }
        if (port < 1 || port > HIGHEST_PORT) {
            throw new UserError("there is no port " + port, "choose one from 1 to 65535", ExitCode.USAGE);
        }
        return port;
    }

    /** The command line of the same {@code up} in the foreground. */
    private List<String> arguments(DataDirectory directory, int entryPort) {
        var arguments = new ArrayList<>(
                List.of("up", "--data", directory.root().toString(), "--port", Integer.toString(entryPort)));
        if (!only.isEmpty()) {
            arguments.addAll(List.of("--only", String.join(",", only)));
        }
        if (!without.isEmpty()) {
            arguments.addAll(List.of("--without", String.join(",", without)));
        }
        if (noBuild) {
            arguments.add("--no-build");
        }
        return arguments;
    }
}
