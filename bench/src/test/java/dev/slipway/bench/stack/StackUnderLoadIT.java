package dev.slipway.bench.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.bench.stack.KillPlan.Round;
import dev.slipway.platform.smoke.Api;
import dev.slipway.platform.stack.process.ProcessIdentity;
import dev.slipway.platform.verify.Verdict;
import dev.slipway.platform.verify.Verification;
import dev.slipway.platform.verify.store.StoredBooks;
import dev.slipway.platform.verify.store.Stores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The whole stack while patients book, pay and cancel. It takes minutes and most of the machine, so it is asked for:
 * {@code -Dslipway.stack.tests=true}, and {@code -Dslipway.seed=N} to repeat what a failed run has printed.
 */
@EnabledIfSystemProperty(
        named = "slipway.stack.tests",
        matches = "true",
        disabledReason = "it needs the built stack and minutes: run with -Dslipway.stack.tests=true")
class StackUnderLoadIT {
    private static final int PATIENTS = 6;
    private static final int SERVED = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Path RESULT = Path.of("target", "kills.md");

    private static WholeStack stack;
    private static Api api;
    private static Town town;
    private static long seed;
    private static boolean well = true;

    @BeforeAll
    static void up() throws Exception {
        seed = Long.getLong("slipway.seed", new Random().nextInt(1_000_000));
        say("seed %d", seed);
        stack = WholeStack.up();
        api = new Api(stack.gateway());
        town = new Town(api, stack.secret("operator-password"), new Random());
        await("the hospitals to register themselves").atMost(PATIENCE).until(town::explored);
    }

    @AfterAll
    static void down() throws Exception {
        if (stack != null && well) {
            stack.purge();
        } else if (stack != null) {
            stack.down();
            say("the logs and data of the failed run are in %s", stack.data());
        }
    }

    @Test
    void whateverIsKilledTheStackComesBackAndTheBooksAgree() throws Exception {
        well = false;
        var lines = new ArrayList<>(
                List.of("| round | killed | back after | normal answers after that |", "|---|---|---|---|"));
        var answers = new TreeMap<String, Integer>();
        for (Round round : KillPlan.of(stack.components(), new Random(seed)).rounds()) {
            Load load = Load.start(api, town.schedules(), town.newPatients(PATIENTS), seed + lines.size());
            try {
                lines.add("| " + (lines.size() - 1) + kill(round));
                say("%s", lines.get(lines.size() - 1));
            } finally {
                load.stop();
            }
            load.answers().forEach((answer, times) -> answers.merge(answer, times, Integer::sum));
        }
        Files.writeString(RESULT, String.join("\n", lines) + "\n");
        say("%s", answers);
        assertThat(answers.get("book 201")).isGreaterThan(100);
        theBooksAgree();
        well = true;
    }

    @Test
    void anInstanceThatIsStoppedFailsNobody() throws Exception {
        well = false;
        Load load = Load.start(api, town.schedules(), town.newPatients(PATIENTS), seed);
        try {
            SecondInstance order = SecondInstance.of(stack, "service-order");
            SecondInstance hosp = SecondInstance.of(stack, "service-hosp");
            for (SecondInstance second : List.of(order, hosp)) {
                await().atMost(PATIENCE).until(() -> second.calls() > SERVED);
            }
            order.stop();
            hosp.stop();
            int booked = load.count("book 201");
            await().atMost(PATIENCE).until(() -> load.count("book 201") > booked + SERVED);
        } finally {
            load.stop();
        }
        say("%s", load.answers());
        assertThat(load.failures()).isEmpty();
        theBooksAgree();
        well = true;
    }

    /** Kills, waits, and tells as a row of a table how long it took. */
    private static String kill(Round round) throws Exception {
        var asked = new NormalAnswers(
                api, town.newPatients(1).get(0), town.operatorToken(), town.schedules(), new Random());
        Thread.sleep(round.waitMillis());
        Map<String, ProcessIdentity> before = new LinkedHashMap<>();
        round.victims().forEach(victim -> before.put(victim, stack.process(victim)));
        before.values().forEach(process -> ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly));
        long start = System.nanoTime();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> before.entrySet().stream()
                .allMatch(each -> stack.isReadyAfter(each.getKey(), each.getValue())));
        long back = System.nanoTime();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> assertThat(asked.missing())
                .as("after %s was killed", round.victims())
                .isEmpty());
        return String.format(
                Locale.ROOT,
                " | %s | %.1f s | %.1f s |",
                String.join(", ", round.victims()),
                seconds(start, back),
                seconds(back, System.nanoTime()));
    }

    /** Nothing is left on its way, however young. What only the clock would start is started. */
    private static void theBooksAgree() throws Exception {
        String operator = town.operatorToken();
        for (String task : List.of("reconcile-requests", "reconcile-payments")) {
            api.post("/admin/tasks/" + task + "/run", Map.of(), operator).expect(202);
        }
        var books = new StoredBooks(Stores.of(stack.workspace(), Clock.systemUTC()), Clock.systemUTC());
        Verdict verdict = new Verification(books, Duration.ZERO).judge(PATIENCE);
        say("%s", verdict);
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.waiting()).isZero();
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
