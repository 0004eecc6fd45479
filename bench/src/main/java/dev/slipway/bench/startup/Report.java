package dev.slipway.bench.startup;

import dev.slipway.bench.Machine;
import dev.slipway.bench.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The result as JSON for machines and Markdown for people. */
record Report(Extent extent, String java, List<Measured> ups, List<Measured> plains) {
    void write(Path folder) throws IOException {
        Results.write(folder, "startup-" + extent.word(), all(), markdown());
    }

    private Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>();
        all.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        all.put("machine", Machine.description());
        all.put("java", java);
        all.put("up", ups);
        all.put("plain", plains);
        all.put("ratioOfMedians", ratio());
        all.put(
                "goals",
                Map.of("upSeconds", extent.seconds, "ratio", Extent.RATIO_GOAL, "upMebibytes", extent.mebibytes));
        all.put("met", met());
        return all;
    }

    private boolean met() {
        return median(ups, extent == Extent.WHOLE ? Measured::smokeSeconds : Measured::firstAnswerSeconds)
                        <= extent.seconds
                && ratio() <= Extent.RATIO_GOAL
                && most(ups, Measured::residentMebibytes) <= extent.mebibytes;
    }

    private double ratio() {
        return median(ups, Measured::firstAnswerSeconds) / median(plains, Measured::firstAnswerSeconds);
    }

    private String markdown() {
        return String.format(
                Locale.ROOT,
                """
                # Start-up: %s

                %d rounds on %s, the stack with Java %s, %d components. `slipway up` on built jars with warm caches against the same processes started at once
                with plain `java -jar`; rounds alternate, on the same data. Time from nothing running to the first 200
                of `GET %s` through the gateway. In the plain burst a process that ends for want of another is started
                again at once (%d times in all). Memory is the sum of resident sizes, the supervisor included.

                | | median | least | most | goal |
                |---|---|---|---|---|
                %s| ratio of medians | %.2f | | | ≤ %.1f |
                %s
                Median time from the start of a process to its being ready, under `slipway up`:

                | component | seconds |
                |---|---|
                %s
                    %s
                """,
                extent == Extent.WHOLE ? "the whole stack" : "the foundation",
                ups.size(),
                Machine.description(),
                java,
                ups.get(0).startSeconds().size(),
                FirstAnswer.PATH,
                plains.stream().mapToInt(Measured::restarts).sum(),
                row("`slipway up`", "s", ups, Measured::firstAnswerSeconds, extent == Extent.WHOLE ? 0 : extent.seconds)
                        + (extent == Extent.WHOLE
                                ? row(
                                        "`slipway up` and a green smoke test",
                                        "s",
                                        ups,
                                        Measured::smokeSeconds,
                                        extent.seconds)
                                : "")
                        + row("plain burst", "s", plains, Measured::firstAnswerSeconds, 0),
                ratio(),
                Extent.RATIO_GOAL,
                row("memory, `slipway up`", "MiB", ups, Measured::residentMebibytes, extent.mebibytes)
                        + row("memory, plain", "MiB", plains, Measured::residentMebibytes, 0),
                components(),
                "java -cp bench/target/classes:$(cat bench/target/classpath) " + StartupBenchmark.class.getName()
                        + " bench/results " + extent.word() + " " + ups.size());
    }

    private String components() {
        return ups.get(0).startSeconds().keySet().stream()
                .map(name -> String.format(
                        Locale.ROOT,
                        "| %s | %.1f |%n",
                        name,
                        median(
                                ups,
                                up -> Objects.requireNonNull(up.startSeconds().get(name)))))
                .collect(Collectors.joining());
    }

    private static String row(
            String what, String unit, List<Measured> all, ToDoubleFunction<Measured> value, double goal) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f %s | %.1f | %.1f | %s |%n",
                what,
                median(all, value),
                unit,
                all.stream().mapToDouble(value).min().orElse(0),
                most(all, value),
                goal == 0 ? "" : String.format(Locale.ROOT, "≤ %.0f %s", goal, unit));
    }

    private static double median(List<Measured> all, ToDoubleFunction<Measured> value) {
        return Results.median(all.stream().map(value::applyAsDouble).toList());
    }

    private static double most(List<Measured> all, ToDoubleFunction<Measured> value) {
        return all.stream().mapToDouble(value).max().orElse(0);
    }
}
