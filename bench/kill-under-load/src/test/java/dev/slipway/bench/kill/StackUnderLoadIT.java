package dev.slipway.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.bench.kill.KillPlan.Kill;
import dev.slipway.platform.stack.process.ProcessIdentity;
import dev.slipway.platform.verify.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The whole stack while patients and hospitals do all that they can. {@code -Dslipway.seed=N} repeats what a run has
 * printed, {@code -Dslipway.rounds=N} ends after so many, which may be too few for everything to happen.
 */
@EnabledWhenAskedFor
class StackUnderLoadIT {
    private static final int PATIENTS = 6;
    private static final int SERVED = 20;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration NORMAL_WITHIN = Duration.ofMinutes(1);

    private static final WholeStack STACK = WholeStack.asAskedFor(Path.of("target", "stack"));
    private static final long SEED = Long.getLong("slipway.seed", new Random().nextInt(1_000_000));
    private static final int ROUNDS = Integer.getInteger("slipway.rounds", Integer.MAX_VALUE);
    private static final Report REPORT = new Report(SEED);
    private static Town town;

    @BeforeAll
    static void up() throws Exception {
        STACK.up();
        town = new Town(STACK.doors(), new Random());
        await("the hospitals register themselves").atMost(PATIENCE).until(town::explored);
    }

    @AfterAll
    static void down() throws Exception {
        REPORT.write(Path.of("target", "kill-under-load.md"));
        STACK.down();
    }

    @Test
    void whateverIsKilledComesBackAndTheBooksAgree() throws Exception {
        REPORT.beginRounds();
        var tally = new Tally();
        int round = 0;
        KillPlan plan = KillPlan.of(STACK.components(), new Random(SEED)).first(ROUNDS);
        for (List<Kill> kills : plan.rounds()) {
            round(++round, kills, tally);
        }
        assertThat(tally.count("book 201")).isGreaterThan(10 * round);
        theBooksAgree(tally);
        if (ROUNDS >= KillPlan.ROUNDS) {
            everythingHappened();
        }
    }

    @Test
    void anInstanceThatIsStoppedFailsNobody() throws Exception {
        REPORT.beginStop();
        var tally = new Tally();
        Load load = Load.start(town, town.newPatients(PATIENTS), tally, SEED);
        try {
            SecondInstance order = SecondInstance.of(STACK, "service-order");
            SecondInstance hosp = SecondInstance.of(STACK, "service-hosp");
            for (SecondInstance second : List.of(order, hosp)) {
                await("the second instance answers").atMost(PATIENCE).until(() -> second.calls() > SERVED);
            }
            order.stop();
            hosp.stop();
            int booked = tally.count("book 201");
            await("it goes on").atMost(PATIENCE).until(() -> tally.count("book 201") > booked + SERVED);
        } finally {
            load.stop();
        }
        assertThat(tally.failures()).isEmpty();
        theBooksAgree(tally);
    }

    private static void round(int number, List<Kill> kills, Tally tally) throws Exception {
        var asked = new NormalAnswers(
                town.api(), town.newPatients(1).get(0), town.operatorToken(), town.steady(), new Random());
        Load load = Load.start(town, town.newPatients(PATIENTS), tally, SEED + number);
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
            REPORT.round(number, kills, (back - killed) / 1e9, (System.nanoTime() - back) / 1e9);
        } finally {
            load.stop();
        }
    }

    private static void everythingHappened() throws Exception {
        assertThat(town.ends())
                .containsKeys("CONFIRMED", "PAID", "FETCHED", "REJECTED", "EXPIRED", "CANCELLED", "REFUNDED")
                .containsKeys("cancelled by patient", "cancelled by hospital", "cancelled by schedule");
    }

    private static void theBooksAgree(Tally tally) throws Exception {
        Verdict verdict = STACK.books(town.operatorToken(), PATIENCE);
        REPORT.end(tally.answers(), town.ends(), verdict);
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.waiting()).isZero();
    }
}
