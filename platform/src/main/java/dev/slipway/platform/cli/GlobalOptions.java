package dev.slipway.platform.cli;

import dev.slipway.platform.report.OutputFormat;
import dev.slipway.platform.report.Preferences;
import dev.slipway.platform.workspace.Workspace;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. */
final class GlobalOptions implements Preferences {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "How results are printed: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description =
                    "Plain text, no redrawing; NO_COLOR in the environment and output without a terminal do the same.")
    boolean noColor;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more: each request to an API server, in lines that are not redrawn.")
    boolean verbose;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    boolean debug;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Data directory of the stack. Default: .slipway next to the sources.")
    @Nullable
    Path data;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    private final boolean colourWanted;

    /** @param colourWanted false where the environment forbids colours */
    GlobalOptions(boolean colourWanted) {
        this.colourWanted = colourWanted;
    }

    Workspace workspace(Path home, Path workingDirectory) {
        Path chosen = data == null ? home.resolve(Workspace.DEFAULT_DATA) : workingDirectory.resolve(data);
        return new Workspace(home, chosen.normalize());
    }

    @Override
    public OutputFormat format() {
        return format;
    }

    @Override
    public boolean colour() {
        return colourWanted && !noColor;
    }

    @Override
    public boolean verbose() {
        return verbose;
    }

    @Override
    public boolean debug() {
        return debug;
    }
}
