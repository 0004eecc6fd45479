package dev.slipway.platform.cli;

import dev.slipway.platform.config.Comparison;
import dev.slipway.platform.config.ConfigSync;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Table;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries documents from the files to Nacos or back, and shows what it did. */
abstract class ConfigTransfer implements CliCommand {
    private final Session session;
    private final String done;

    @Mixin
    final ConfigTarget target = new ConfigTarget();

    @Option(
            names = "--overwrite",
            paramLabel = "NAME",
            split = ",",
            description = "Write this document although it was changed on the other side too.")
    Set<String> overwrite = new LinkedHashSet<>();

    /** @param done what has happened to a document that was carried */
    ConfigTransfer(Session session, String done) {
        this.session = session;
        this.done = done;
    }

    abstract ConfigSync.Result transfer(ConfigSync sync, Set<String> overwritten) throws Exception;

    @Override
    public final ExitCode run() throws Exception {
        show(session.console(), transfer(target.sync(session), overwrite));
        return ExitCode.DONE;
    }

    private void show(Console console, ConfigSync.Result result) {
        var left = new LinkedHashMap<String, String>();
        for (Comparison.Line line : result.left()) {
            left.put(line.name(), line.drift().toString());
        }
        console.show(Map.of(done, result.changed(), "left", left), () -> {
            var table = new Table("DOCUMENT", "");
            result.changed().forEach(name -> table.row(name, done));
            left.forEach((name, drift) -> table.row(name, drift + ", left as it is"));
            return table;
        });
        if (result.changed().isEmpty()) {
            console.note("Nothing to do.");
        }
    }
}
