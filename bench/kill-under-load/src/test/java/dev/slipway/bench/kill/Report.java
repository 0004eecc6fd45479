package dev.slipway.bench.kill;

import dev.slipway.bench.kill.KillPlan.Kill;
import dev.slipway.platform.verify.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What happened, printed as it is known; at the end a file for people. */
final class Report {
    private final long seed;
    private final List<String> lines = new ArrayList<>();

    Report(long seed) {
        this.seed = seed;
        System.out.println("seed " + seed);
    }

    void beginRounds() {
        add("""

                ## Killed

                *Back* is the time from the last kill of a round until all its processes are ready again, started by the
                supervisor; *normal* the time from there until every service answers as if nothing had been (goal ≤ 10 s).

                | round | killed | back, s | normal, s |
                |---|---|---|---|""");
    }

    void round(int number, List<Kill> kills, double back, double normal) {
        String killed = kills.stream().map(Kill::victim).collect(Collectors.joining(", "));
        add(String.format(Locale.ROOT, "| %d | %s | %.1f | %.1f |", number, killed, back, normal));
    }

    void beginStop() {
        add("""

                ## Stopped

                A second instance of service-order and of service-hosp answers beside the first, and is stopped by SIGTERM under
                the same load.""");
    }

    void end(Map<String, Integer> answers, Map<String, Integer> ends, Verdict verdict) {
        add("\nAnswers: " + counted(answers) + ".");
        add("\nAppointments: " + counted(ends) + ".");
        add(String.format(
                Locale.ROOT,
                "\nBooks: %d appointments, %d payments, %d violations, %d events wait.",
                verdict.appointments(),
                verdict.payments(),
                verdict.violations().size(),
                verdict.waiting()));
    }

    private static String counted(Map<String, Integer> all) {
        return all.entrySet().stream()
                .map(each -> each.getValue() + " × " + each.getKey())
                .collect(Collectors.joining(", "));
    }

    private void add(String line) {
        lines.add(line);
        System.out.println(line);
    }

    void write(Path file) throws IOException {
        String head = String.format(
                Locale.ROOT,
                """
                # The stack under load

                `mvn verify -Dslipway.stack.tests=true -Dslipway.seed=%d`, %s, %d cores, %s %s, Java %s: patients book, pay,
                cancel, let expire, and fetch their numbers; the hospitals cancel orders and sessions, and one of them answers
                late, twice, wrong or not at all.
                """,
                seed,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.vm.version"));
        Files.writeString(file, head + String.join("\n", lines) + "\n");
    }
}
