package dev.slipway.bench.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The result as JSON for machines and Markdown for people.
 *
 * @param roundTrip to the API server, beyond what this machine takes for it
 */
record ApplyReport(String environment, Duration roundTrip, int objects, List<Map<String, Course.Stretch>> rounds) {
    private static final double FIRST_GOAL = 1.0;
    private static final double AGAIN_GOAL = 0.5;

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all());
        Files.writeString(folder.resolve(name() + ".json"), json + "\n");
        Files.writeString(folder.resolve(name() + ".md"), markdown());
        System.out.println(markdown());
    }

    private String name() {
        return "apply-" + environment + (roundTrip.isZero() ? "" : "-" + roundTrip.toMillis() + "ms");
    }

    private Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>();
        all.put("machine", Machine.description());
        all.put("environment", environment);
        all.put("roundTripMillis", roundTrip.toMillis());
        all.put("objects", objects);
        all.put("rounds", rounds);
        return all;
    }

    private Spread of(String what, ToDoubleFunction<Course.Stretch> value) {
        return Spread.of(rounds.stream()
                .map(round -> value.applyAsDouble(Objects.requireNonNull(round.get(what))))
                .toList());
    }

    private Spread ratio(String ours, String theirs, ToDoubleFunction<Course.Stretch> value) {
        return Spread.of(rounds.stream()
                .map(round -> value.applyAsDouble(Objects.requireNonNull(round.get(ours)))
                        / value.applyAsDouble(Objects.requireNonNull(round.get(theirs))))
                .toList());
    }

    private String rows() {
        return rounds.get(0).keySet().stream()
                .sorted()
                .map(what -> String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %.0f | %.0f |\n",
                        what,
                        of(what, Course.Stretch::seconds),
                        of(what, Course.Stretch::written),
                        of(what, Course.Stretch::requests).median(),
                        of(what, Course.Stretch::writes).median()))
                .collect(Collectors.joining());
    }

    private static String goal(String what, Spread ratio, double goal) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | ≤ %.1f, %s |\n",
                what,
                ratio,
                goal,
                ratio.median() <= goal ? "met" : "not met");
    }

    private static String told(String what, Spread ratio) {
        return "| " + what + " | " + ratio + " | |\n";
    }

    private String ratios() {
        return goal(
                        "first apply: last object written",
                        ratio(Round.SLIPWAY, Round.KUBECTL, Course.Stretch::written),
                        FIRST_GOAL)
                + goal(
                        "first apply: requests",
                        ratio(Round.SLIPWAY, Round.KUBECTL, Course.Stretch::requests),
                        FIRST_GOAL)
                + told(
                        "first apply: all ready, kubectl without any order",
                        ratio(Round.SLIPWAY, Round.KUBECTL_READY, Course.Stretch::seconds))
                + told(
                        "first apply: all ready, kubectl in the same order",
                        ratio(Round.SLIPWAY, Round.KUBECTL_IN_ORDER, Course.Stretch::seconds))
                + goal(
                        "no change: time",
                        ratio(Round.SLIPWAY_AGAIN, Round.KUBECTL_AGAIN, Course.Stretch::seconds),
                        AGAIN_GOAL)
                + goal(
                        "no change: requests",
                        ratio(Round.SLIPWAY_AGAIN, Round.KUBECTL_AGAIN, Course.Stretch::requests),
                        AGAIN_GOAL);
    }

    private String markdown() {
        return """
                # Apply: %s, %d objects%s

                `slipway apply`, which waits until all is ready and starts nothing before what it needs is, against
                `kubectl apply --server-side -f` of the same objects with their Secrets, which does not wait. kubectl with
                `rollout status` waits for all, and once more in the order of the needs does what Slipway does. Processes,
                with their start; a real API server %s, simulated nodes, whose pods are
                ready a moment after they are scheduled. Requests are counted in the audit log. Seconds: median (least to most).

                | | seconds | last object written | requests | writes |
                |---|---|---|---|---|
                %s
                | Slipway's part of kubectl's | ratio | goal |
                |---|---|---|
                %s
                %d rounds in turns after one that is not counted. %s.

                    SLIPWAY_KUBE_CLUSTER=… SLIPWAY_KUBE_BINARIES=… java -cp bench/platform/target/classes:$(cat bench/platform/target/classpath) dev.slipway.bench.platform.ApplyBenchmark bench/results %s %d %d
                """.formatted(
                        environment,
                        objects,
                        roundTrip.isZero() ? "" : ", " + roundTrip.toMillis() + " ms away",
                        where(),
                        rows(),
                        ratios(),
                        rounds.size(),
                        Machine.description(),
                        environment,
                        rounds.size(),
                        roundTrip.toMillis());
    }

    private String where() {
        return roundTrip.isZero()
                ? "on this machine"
                : "behind a relay that makes a round trip " + roundTrip.toMillis() + " ms longer";
    }
}
