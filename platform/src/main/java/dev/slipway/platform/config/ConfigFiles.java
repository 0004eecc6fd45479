package dev.slipway.platform.config;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents below {@code deploy/config}; only a set without a fault is ever read or written. */
public final class ConfigFiles {
    static final String DIRECTORY = "deploy/config";

    private final Path directory;
    private final Function<Map<String, ConfigEntry>, List<Problem>> rules;

    /** @param home root of the sources */
    public ConfigFiles(Path home, Environment environment) {
        this(home.resolve(DIRECTORY), ConfigRules.of(home, environment));
    }

    /** Documents that were checked before they came here, where the sources that the rules need are not. */
    public static ConfigFiles checkedBefore(Path directory) {
        return new ConfigFiles(directory, entries -> List.of());
    }

    ConfigFiles(Path directory, ConfigRules rules) {
        this(directory, rules::check);
    }

    private ConfigFiles(Path directory, Function<Map<String, ConfigEntry>, List<Problem>> rules) {
        this.directory = directory;
        this.rules = rules;
    }

    /** The names of the documents that the services of an environment read. */
    public static Set<String> read(Path home, Environment environment) {
        return ConfigRules.of(home, environment).documents();
    }

    /**
     * All documents by name.
     *
     * @throws UserError listing every fault with its file, line and column
     */
    public Map<String, ConfigEntry> load() throws IOException {
        var entries = new TreeMap<String, ConfigEntry>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (!name.startsWith(".")) {
                    entries.put(name, new ConfigEntry(name, Files.readString(file)));
                }
            }
        }
        check(entries, "correct them; nothing was done");
        return entries;
    }

    /** Replaces the texts of some documents, all of them or, where one would not be valid, none. */
    void replace(Map<String, String> texts) throws IOException {
        Map<String, ConfigEntry> candidates = new TreeMap<>(load());
        texts.forEach((name, text) -> candidates.put(name, new ConfigEntry(name, text)));
        check(candidates, "correct it in the Nacos console; no file was changed");
        for (Map.Entry<String, String> each : texts.entrySet()) {
            Path file = directory.resolve(each.getKey());
            Path written = Files.createTempFile(directory, ".", ".new");
            try {
                Files.writeString(written, each.getValue());
                Files.setPosixFilePermissions(written, Files.getPosixFilePermissions(file));
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        }
    }

    private void check(Map<String, ConfigEntry> entries, String fix) {
        List<Problem> problems = rules.apply(entries);
        if (!problems.isEmpty()) {
            throw new UserError(
                    problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())),
                    fix,
                    ExitCode.USAGE);
        }
    }
}
