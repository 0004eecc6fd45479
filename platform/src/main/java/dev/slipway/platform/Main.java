package dev.slipway.platform;

import dev.slipway.platform.cli.ApplyCommand;
import dev.slipway.platform.cli.Cli;
import dev.slipway.platform.cli.CompletionCommand;
import dev.slipway.platform.cli.ConfigCommand;
import dev.slipway.platform.cli.DiagnoseCommand;
import dev.slipway.platform.cli.DiffCommand;
import dev.slipway.platform.cli.DoctorCommand;
import dev.slipway.platform.cli.DownCommand;
import dev.slipway.platform.cli.ExplainCommand;
import dev.slipway.platform.cli.LintCommand;
import dev.slipway.platform.cli.LogsCommand;
import dev.slipway.platform.cli.PlanCommand;
import dev.slipway.platform.cli.RenderCommand;
import dev.slipway.platform.cli.RestartCommand;
import dev.slipway.platform.cli.RotateCommand;
import dev.slipway.platform.cli.SecretCommand;
import dev.slipway.platform.cli.Session;
import dev.slipway.platform.cli.SmokeCommand;
import dev.slipway.platform.cli.StatusCommand;
import dev.slipway.platform.cli.UninstallCommand;
import dev.slipway.platform.cli.UpCommand;
import dev.slipway.platform.cli.VerifyCommand;
import dev.slipway.platform.cli.VersionCommand;
import dev.slipway.platform.config.ConfigSeed;
import dev.slipway.platform.report.Terminal;
import dev.slipway.platform.stack.local.NacosFilling;
import dev.slipway.platform.workspace.Workspace;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Wires the command line by hand and exits with its code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int code = cli(surroundings(System.getenv())).run(arguments).code();
        endHttpClients();
        System.exit(code);
    }

    /**
     * The thread of a client of {@code java.net.http} sits in the system's poll for as long as the client lives, which
     * before Java 21 nobody can end; and the JVM waits up to 300 ms for threads that are outside of it.
     */
    private static void endHttpClients() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().endsWith("-SelectorManager"))
                .forEach(Thread::interrupt);
    }

    /** The whole command line around given streams and directories; tests run it in process. */
    public static Cli cli(Session.Surroundings surroundings) {
        return new Cli(surroundings, Main::commands);
    }

    private static List<Object> commands(Session session) {
        return List.of(
                new UpCommand(session, workspace -> seed(session, workspace)),
                new DownCommand(session),
                new StatusCommand(session),
                new LogsCommand(session),
                new RestartCommand(session),
                new SmokeCommand(session),
                new VerifyCommand(session),
                new DoctorCommand(session),
                new SecretCommand(session),
                new ConfigCommand(session),
                new RenderCommand(session),
                new LintCommand(session),
                new ExplainCommand(session),
                new PlanCommand(session),
                new DiffCommand(session),
                new ApplyCommand(session),
                new RotateCommand(session),
                new UninstallCommand(session),
                new DiagnoseCommand(session),
                new CompletionCommand(session),
                new VersionCommand(session));
    }

    private static NacosFilling seed(Session session, Workspace workspace) {
        return ConfigSeed.of(workspace, drift -> session.console().verbose(drift));
    }

    static Session.Surroundings surroundings(Map<String, String> environment) {
        Path working = Path.of("").toAbsolutePath();
        String home = System.getProperty("slipway.home");
        return new Session.Surroundings(
                terminal(),
                home == null ? working : Path.of(home).toAbsolutePath().normalize(),
                working,
                environment,
                Clock.systemUTC());
    }

    /** The launcher script knows what is behind the streams; {@code System.console()} differs between Java versions. */
    private static Terminal terminal() {
        Charset charset = Charset.forName(System.getProperty("slipway.charset", "UTF-8"));
        return new Terminal(
                new BufferedReader(new InputStreamReader(System.in, charset)),
                new PrintWriter(System.out, false, charset),
                new PrintWriter(System.err, true, charset),
                Boolean.getBoolean("slipway.terminal.in"),
                Boolean.getBoolean("slipway.terminal.out"),
                Integer.getInteger("slipway.columns", 80),
                Integer.getInteger("slipway.rows", 24));
    }
}
