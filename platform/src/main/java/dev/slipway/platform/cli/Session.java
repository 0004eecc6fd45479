package dev.slipway.platform.cli;

import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.Terminal;
import dev.slipway.platform.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** What a command finds around it; a command reads the process (properties, environment, streams) only through this. */
public final class Session {
    private final Surroundings surroundings;
    private final GlobalOptions options;
    private final Console console;

    Session(Surroundings surroundings, GlobalOptions options) {
        this.surroundings = surroundings;
        this.options = options;
        this.console = new Console(surroundings.terminal(), options);
    }

    public Console console() {
        return console;
    }

    /** To be asked for once the options are parsed, not in constructors. */
    public Workspace workspace() {
        return options.workspace(surroundings.home(), surroundings.workingDirectory());
    }

    public Map<String, String> environment() {
        return surroundings.environment();
    }

    public Path workingDirectory() {
        return surroundings.workingDirectory();
    }

    public Clock clock() {
        return surroundings.clock();
    }

    /**
     * The process as it was started.
     *
     * @param home root of the checked-out sources
     * @param workingDirectory what relative paths on the command line start from
     */
    public record Surroundings(
            Terminal terminal, Path home, Path workingDirectory, Map<String, String> environment, Clock clock) {}
}
