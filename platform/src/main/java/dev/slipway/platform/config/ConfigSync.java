package dev.slipway.platform.config;

import dev.slipway.platform.config.Comparison.Line;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings files and Nacos together, in either direction, and never over what somebody else has changed. */
public final class ConfigSync {
    /**
     * What was done.
     *
     * @param changed names of the documents that were written
     * @param left what still differs and is left as it is
     */
    public record Result(List<String> changed, List<Line> left) {}

    private final ConfigFiles files;
    private final ConfigStore store;

    public ConfigSync(ConfigFiles files, ConfigStore store) {
        this.files = files;
        this.store = store;
    }

    public Comparison compare() throws IOException, InterruptedException {
        return Comparison.of(files.load(), store);
    }

    /**
     * Writes the files to Nacos where the files alone have changed.
     *
     * @param overwrite names that are written although Nacos was changed too
     * @throws UserError when others are changed in Nacos; nothing is written then
     */
    public Result push(Set<String> overwrite) throws IOException, InterruptedException {
        Comparison comparison = compare();
        List<Line> foreign = comparison.of(Drift.NACOS_CHANGED, Drift.BOTH_CHANGED, Drift.REMOVED_IN_NACOS);
        refuse(foreign, overwrite, "'slipway config pull' brings it into the files; --overwrite NAME gives it up");
        var due = new ArrayList<>(comparison.of(Drift.FILES_CHANGED, Drift.ONLY_IN_FILES));
        due.addAll(foreign);
        return new Result(write(due), comparison.of(Drift.ONLY_IN_NACOS, Drift.REMOVED_FROM_FILES));
    }

    /** Writes what Nacos has never had, and leaves the rest. */
    public Result seed() throws IOException, InterruptedException {
        Comparison comparison = compare();
        List<String> written = write(comparison.of(Drift.ONLY_IN_FILES));
        return new Result(
                written,
                comparison.lines().stream()
                        .filter(line -> line.drift() != Drift.SAME && !written.contains(line.name()))
                        .toList());
    }

    /**
     * Writes Nacos to the files where Nacos alone has changed.
     *
     * @param overwrite names that are written although the file was changed too
     * @throws UserError when others are changed in both, or what Nacos has is not valid; nothing is written then
     */
    public Result pull(Set<String> overwrite) throws IOException, InterruptedException {
        Comparison comparison = compare();
        List<Line> both = comparison.of(Drift.BOTH_CHANGED);
        refuse(both, overwrite, "settle it in the file and push --overwrite NAME, or pull --overwrite NAME");
        var due = new ArrayList<>(comparison.of(Drift.NACOS_CHANGED));
        due.addAll(both);
        var texts = new LinkedHashMap<String, String>();
        var common = new LinkedHashMap<String, Digest>();
        for (Line line : due) {
            String text = line.nacos().map(ConfigStore.Stored::text).orElse("");
            texts.put(line.name(), Comments.keep(line.file().orElse(""), text));
            common.put(line.name(), Digest.of(text));
        }
        files.replace(texts);
        new SyncRecord(store).add(common);
        return new Result(
                List.copyOf(texts.keySet()),
                comparison.of(
                        Drift.FILES_CHANGED,
                        Drift.ONLY_IN_FILES,
                        Drift.REMOVED_IN_NACOS,
                        Drift.ONLY_IN_NACOS,
                        Drift.REMOVED_FROM_FILES));
    }

    private static void refuse(List<Line> foreign, Set<String> overwrite, String fix) {
        List<Line> refused = foreign.stream()
                .filter(line -> !overwrite.contains(line.name()))
                .toList();
        if (!refused.isEmpty()) {
            throw new UserError("refused, nothing is written: " + Comparison.names(refused), fix, ExitCode.REFUSED);
        }
    }

    private List<String> write(List<Line> due) throws IOException, InterruptedException {
        var written = new ArrayList<String>();
        var conflicts = new ArrayList<String>();
        for (Line line : due) {
            var entry = new ConfigEntry(line.name(), line.file().orElseThrow());
            Optional<String> version = line.nacos().map(ConfigStore.Stored::version);
            try {
                store.write(entry.group(), entry.dataId(), entry.type(), entry.text(), version);
                new SyncRecord(store).add(Map.of(entry.dataId(), entry.digest()));
                written.add(entry.dataId());
            } catch (ConfigStore.Conflict conflict) {
                conflicts.add(entry.dataId());
            }
        }
        if (!conflicts.isEmpty()) {
            throw new UserError(
                    "changed in Nacos at this very moment and not written: " + String.join(", ", conflicts)
                            + (written.isEmpty() ? "" : "; written: " + String.join(", ", written)),
                    "look at 'slipway config diff'",
                    ExitCode.REFUSED);
        }
        return written;
    }
}
