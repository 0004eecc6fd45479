package dev.slipway.bench.kill;

import dev.slipway.bench.kill.KillPlan.Kill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What happened in each round, printed as it is known; at the end a file for people. */
final class KillReport {
    private final long seed;
    private final List<String> rows = new ArrayList<>();
    private final Map<String, Integer> answers = new TreeMap<>();

    KillReport(long seed) {
        this.seed = seed;
    }

    void add(List<Kill> kills, double back, double normal) {
        String killed = kills.stream().map(Kill::victim).collect(Collectors.joining(", "));
        rows.add(String.format(Locale.ROOT, "| %d | %s | %.1f | %.1f |", rows.size() + 1, killed, back, normal));
        System.out.println(rows.get(rows.size() - 1));
    }

    void add(Tally tally) {
        tally.answers().forEach((answer, times) -> answers.merge(answer, times, Integer::sum));
    }

    int count(String answer) {
        return answers.getOrDefault(answer, 0);
    }

    void write(Path file, String verdict) throws IOException {
        String counted = answers.entrySet().stream()
                .map(answer -> answer.getValue() + " × " + answer.getKey())
                .collect(Collectors.joining(", "));
        Files.writeString(
                file, head() + String.join("\n", rows) + "\n\nAnswers: " + counted + ".\n\nBooks: " + verdict + "\n");
    }

    private String head() {
        return String.format(
                Locale.ROOT,
                """
                # Kill under load

                `mvn verify -Dslipway.stack.tests=true -Dslipway.seed=%d`, %s, on %d cores, %s %s, Java %s.
                *Back* is the time from the last kill of a round until all its processes are ready again, started by the
                supervisor; *normal* the time from there until every service answers as if nothing had been (goal ≤ 10 s).

                | round | killed | back, s | normal, s |
                |---|---|---|---|
                """,
                seed,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.vm.version"));
    }
}
