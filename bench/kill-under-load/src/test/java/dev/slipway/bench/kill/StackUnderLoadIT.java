package dev.slipway.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.bench.kill.KillPlan.Kill;
import dev.slipway.platform.smoke.Api;
import dev.slipway.platform.stack.process.ProcessIdentity;
import dev.slipway.platform.verify.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole stack while patients book, pay and cancel. {@code -Dslipway.seed=N} repeats what a run has printed. */
@EnabledWhenAskedFor
class StackUnderLoadIT {
    private static final int PATIENTS = 6;
    private static final int SERVED = 20;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration NORMAL_WITHIN = Duration.ofMinutes(1);

    private static final WholeStack STACK = new WholeStack(Path.of("target", "stack"));
    private static final Api API = new Api(STACK.gateway());
    private static final long SEED = Long.getLong("slipway.seed", new Random().nextInt(1_000_000));
    private static Town town;

    @BeforeAll
    static void up() throws Exception {
        say("seed %d", SEED);
        STACK.up();
        town = new Town(API, STACK.secret("operator-password"), new Random());
        await("the hospitals register themselves").atMost(PATIENCE).until(town::explored);
    }

    @AfterAll
    static void down() throws Exception {
        STACK.down();
    }

    @Test
    void whateverIsKilledComesBackAndTheBooksAgree() throws Exception {
        var report = new KillReport(SEED);
        long load = SEED;
        for (List<Kill> kills :
                KillPlan.of(STACK.components(), new Random(SEED)).rounds()) {
            round(kills, load++, report);
        }
        Verdict verdict = STACK.books(town.operatorToken(), PATIENCE);
        report.write(Path.of("target", "kill-under-load.md"), verdict.toString());
        assertThat(report.count("book 201")).isGreaterThan(100);
        agreed(verdict);
    }

    @Test
    void anInstanceThatIsStoppedFailsNobody() throws Exception {
        Load load = Load.start(API, town.schedules(), town.newPatients(PATIENTS), SEED);
        try {
            SecondInstance order = SecondInstance.of(STACK, "service-order");
            SecondInstance hosp = SecondInstance.of(STACK, "service-hosp");
            for (SecondInstance second : List.of(order, hosp)) {
                await("the second instance answers").atMost(PATIENCE).until(() -> second.calls() > SERVED);
            }
            order.stop();
            hosp.stop();
            int booked = load.tally().count("book 201");
            await("it goes on").atMost(PATIENCE).until(() -> load.tally().count("book 201") > booked + SERVED);
        } finally {
            load.stop();
        }
        say("%s", load.tally().answers());
        assertThat(load.tally().failures()).isEmpty();
        agreed(STACK.books(town.operatorToken(), PATIENCE));
    }

    private static void round(List<Kill> kills, long seed, KillReport report) throws Exception {
        var asked = new NormalAnswers(
                API, town.newPatients(1).get(0), town.operatorToken(), town.schedules(), new Random());
        Load load = Load.start(API, town.schedules(), town.newPatients(PATIENTS), seed);
        try {
            Map<String, ProcessIdentity> before = new LinkedHashMap<>();
            for (Kill kill : kills) {
                Thread.sleep(kill.waitMillis());
                before.put(kill.victim(), STACK.kill(kill.victim()));
            }
            long killed = System.nanoTime();
            await(kills + " are ready again")
                    .atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .until(() -> STACK.isReadyAfter(before));
            long back = System.nanoTime();
            await(kills + " are borne").atMost(NORMAL_WITHIN).pollInterval(LOOK).untilAsserted(() -> assertThat(
                            asked.missing())
                    .isEmpty());
            report.add(kills, (back - killed) / 1e9, (System.nanoTime() - back) / 1e9);
        } finally {
            load.stop();
        }
        report.add(load.tally());
    }

    private static void agreed(Verdict verdict) {
        say("%s", verdict);
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.waiting()).isZero();
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
