package dev.slipway.bench.booking;

import dev.slipway.bench.Machine;
import dev.slipway.bench.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The results as JSON for machines and Markdown for people. */
record Report(List<Measured> all, Duration delay) {
    private static final double GOAL = 10;
    /** Hikari's default, which the plain variant leaves as it is: one is held while a hospital is asked. */
    private static final int PLAIN_CONNECTIONS = 10;

    void write(Path folder) throws IOException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        document.put("machine", Machine.description());
        document.put("hospitalMillis", delay.toMillis());
        document.put("rounds", all);
        document.put("hotSlotRatio", ratio(Scenario.HOT_SLOT, Measured::perSecond));
        document.put("hotSlotRatioOfPlaces", ratio(Scenario.HOT_SLOT, Measured::ownPerSecond));
        document.put("goal", GOAL);
        document.put("highestRatioPossible", best() / plainBest());
        Results.write(folder, "booking", document, markdown());
    }

    private String markdown() {
        String rows = all.stream().map(Report::row).collect(Collectors.joining());
        String ratios = Arrays.stream(Scenario.values())
                .map(scenario -> String.format(
                        Locale.ROOT, "| %s | %.2f |%n", name(scenario), ratio(scenario, Measured::perSecond)))
                .collect(Collectors.joining());
        return String.format(
                Locale.ROOT,
                """
                # Bookings

                The stack through its gateway against a plain variant asked directly, in one run on %s. Hospitals
                answer after %d ms. Patients arrive at a fixed rate: hot slot %s; wide %s; whole life %s. The stack's
                books were checked after each round.

                | scenario | variant | good ends/s | places/s | p50 ms | p99 ms | oversold | outcomes |
                |---|---|---|---|---|---|---|---|
                %s
                Median of the stack to median of the plain variant (goal for the hot slot ≥ %.0f):

                | scenario | ratio |
                |---|---|
                %s| hot slot, each place once | %.2f |

                The last row counts a place when it is sold for the last time: the plain variant confirms each to
                several patients, of whom one can be seen. In the row above all of them count. By that count no variant
                can do more on the hot slot than %.1f a second, the patients' arrival and the hospital's answer being what
                they are, and the plain one, which holds one of its %d connections meanwhile, no more than %.1f: that
                ratio cannot be above %.1f.
                """,
                Machine.description(),
                delay.toMillis(),
                words(Scenario.HOT_SLOT),
                words(Scenario.WIDE),
                words(Scenario.WHOLE_LIFE),
                rows,
                GOAL,
                ratios,
                ratio(Scenario.HOT_SLOT, Measured::ownPerSecond),
                best(),
                PLAIN_CONNECTIONS,
                plainBest(),
                best() / plainBest());
    }

    /** All places are wanted by the first patients; the last of these is confirmed when the hospital has answered. */
    private double best() {
        int places = Scenario.HOT_SLOT.schedules * Scenario.HOT_SLOT.places;
        return places / (places / Scenario.HOT_SLOT.perSecond + seconds());
    }

    private double plainBest() {
        return PLAIN_CONNECTIONS / seconds();
    }

    private double seconds() {
        return delay.toMillis() / 1000.0;
    }

    private static String words(Scenario scenario) {
        return String.format(
                Locale.ROOT,
                "%d × %d places, %d patients, %.0f/s",
                scenario.schedules,
                scenario.places,
                scenario.patients,
                scenario.perSecond);
    }

    private static String row(Measured measured) {
        String outcomes = measured.outcomes().entrySet().stream()
                .map(outcome -> outcome.getValue() + " × " + outcome.getKey())
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %s | %.0f | %.0f | %d | %s |%n",
                name(measured.scenario()),
                measured.target(),
                measured.perSecond(),
                places(measured),
                measured.p50Millis(),
                measured.p99Millis(),
                measured.oversold(),
                outcomes);
    }

    private static String places(Measured measured) {
        return measured.scenario() == Scenario.HOT_SLOT
                ? String.format(Locale.ROOT, "%.2f", measured.ownPerSecond())
                : "";
    }

    private static String name(Scenario scenario) {
        return scenario.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private double ratio(Scenario scenario, ToDoubleFunction<Measured> rate) {
        return median(scenario, BookingBenchmark.STACK, rate) / median(scenario, BookingBenchmark.PLAIN, rate);
    }

    private double median(Scenario scenario, String target, ToDoubleFunction<Measured> rate) {
        double[] sorted = all.stream()
                .filter(one -> one.scenario() == scenario && one.target().equals(target))
                .mapToDouble(rate)
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
