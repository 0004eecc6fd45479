package dev.slipway.platform;

import dev.slipway.platform.cli.Cli;
import dev.slipway.platform.cli.Session;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Terminal;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/** One run of the command line in this process: how it ended and what it said. */
public record Ran(ExitCode exit, String out, String err) {

    /** The real commands, without a terminal, below the given checkout. */
    public static Ran slipway(Path home, String... arguments) {
        return with(home, Map.of(), false, "", Main::cli, arguments);
    }

    /** The same with a cluster. */
    public static Ran onCluster(Path home, Path kubeconfig, String... arguments) {
        return with(home, Map.of("KUBECONFIG", kubeconfig.toString()), false, "", Main::cli, arguments);
    }

    /** The same at a terminal where a person types the given answer. */
    public static Ran atTerminal(Path home, Map<String, String> environment, String typed, String... arguments) {
        return with(home, environment, true, typed, Main::cli, arguments);
    }

    public static Ran with(
            Path home,
            Map<String, String> environment,
            boolean terminal,
            String typed,
            Function<Session.Surroundings, Cli> cli,
            String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var streams = new Terminal(
                new BufferedReader(new StringReader(typed)),
                new PrintWriter(out),
                new PrintWriter(err),
                terminal,
                terminal,
                80,
                24);
        var surroundings = new Session.Surroundings(streams, home, home, environment, Clock.systemUTC());
        ExitCode exit = cli.apply(surroundings).run(arguments);
        return new Ran(exit, out.toString(), err.toString());
    }
}
