package dev.slipway.platform.cli;

import dev.slipway.platform.config.Comparison;
import dev.slipway.platform.config.ConfigSync;
import dev.slipway.platform.report.Console;
import dev.slipway.platform.report.Table;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows what a push or a pull did. */
final class ConfigReport {
    private ConfigReport() {}

    static void show(Console console, String done, ConfigSync.Result result) {
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
