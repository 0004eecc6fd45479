package dev.slipway.platform.config;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The documents of the files beside those of Nacos. */
public record Comparison(List<Line> lines) {
    /**
     * One document.
     *
     * @param file its text in the files
     * @param nacos its text in Nacos
     */
    public record Line(String name, Drift drift, Optional<String> file, Optional<ConfigStore.Stored> nacos) {}

    static Comparison of(Map<String, ConfigEntry> files, ConfigStore store) throws IOException, InterruptedException {
        var names = new TreeSet<>(files.keySet());
        for (String group : List.of(ConfigEntry.SETTINGS, ConfigEntry.RULES)) {
            store.names(group).stream()
                    .filter(name -> ConfigEntry.groupOf(name).equals(group))
                    .forEach(names::add);
        }
        Map<String, Digest> common = new SyncRecord(store).read();
        var lines = new LinkedHashMap<String, Line>();
        for (String name : names) {
            Optional<String> file = Optional.ofNullable(files.get(name)).map(ConfigEntry::text);
            Optional<ConfigStore.Stored> nacos = store.read(ConfigEntry.groupOf(name), name);
            Drift drift = Drift.of(
                    file.map(Digest::of).orElse(null),
                    nacos.map(stored -> Digest.of(stored.text())).orElse(null),
                    common.get(name));
            if (file.isPresent() || nacos.isPresent()) {
                lines.put(name, new Line(name, drift, file, nacos));
            }
        }
        return new Comparison(List.copyOf(lines.values()));
    }

    public boolean drifted() {
        return lines.stream().anyMatch(line -> line.drift() != Drift.SAME);
    }

    List<Line> of(Drift... drifts) {
        return lines.stream()
                .filter(line -> List.of(drifts).contains(line.drift()))
                .toList();
    }

    static String names(List<Line> lines) {
        return lines.stream()
                .map(line -> line.name() + " (" + line.drift() + ")")
                .collect(Collectors.joining(", "));
    }
}
