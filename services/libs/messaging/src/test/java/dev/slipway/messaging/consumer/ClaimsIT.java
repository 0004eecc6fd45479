package dev.slipway.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.messaging.consumer.jdbc.Claims;
import dev.slipway.test.Middleware;
import dev.slipway.test.Mysql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ClaimsIT {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final int CALLERS = 8;

    private static JdbcClient jdbc;

    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();

    @BeforeAll
    static void createTheTable() {
        Mysql.Database database = Middleware.mysql().createDatabase();
        var source = new DriverManagerDataSource(
                database.url(), database.login().user(), database.login().password());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/claims")
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
    }

    private Claims claims(Duration claim) {
        return new Claims(jdbc, () -> "holder-" + tokens.incrementAndGet(), claim, System::nanoTime);
    }

    @Test
    void doneWorkIsNotDoneAgain() {
        assertThat(claims(LONG).once("once", done::incrementAndGet)).isTrue();
        assertThat(claims(LONG).once("once", done::incrementAndGet)).isFalse();
        assertThat(done).hasValue(1);
    }

    @Test
    void workThatFailsIsGivenBack() {
        assertThatThrownBy(() -> claims(LONG).once("failing", () -> {
                    throw new IllegalStateException("as told");
                }))
                .hasMessage("as told");
        assertThat(claims(LONG).once("failing", done::incrementAndGet)).isTrue();
    }

    @Test
    void whoComesWhileItIsDoneIsToldHowLongToWait() {
        claims(LONG).once("held", () -> assertThatThrownBy(() -> claims(LONG).once("held", done::incrementAndGet))
                .isInstanceOfSatisfying(ClaimedElsewhere.class, held -> assertThat(held.remaining())
                        .isBetween(Duration.ofMinutes(5), LONG)));
        assertThat(done).hasValue(0);
    }

    /** A holder that was killed neither marks its work nor gives it back. */
    @Test
    void theClaimOfAKilledHolderEnds() {
        jdbc.sql("INSERT INTO claim VALUES ('killed', 'gone', UTC_TIMESTAMP(6) + INTERVAL 1 SECOND,"
                        + " UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))")
                .update();
        assertThatThrownBy(() -> claims(LONG).once("killed", done::incrementAndGet))
                .isInstanceOf(ClaimedElsewhere.class);
        await().ignoreException(ClaimedElsewhere.class).until(() -> claims(LONG).once("killed", done::incrementAndGet));
        assertThat(done).hasValue(1);
    }

    /** Its claim was over before it was done, and another that took over gave up. */
    @Test
    void workThatTookTooLongIsRememberedAllTheSame() {
        claims(SHORT).once("slow", () -> {
            done.incrementAndGet();
            await().untilAsserted(() -> assertThatThrownBy(() -> claims(LONG).once("slow", () -> {
                        throw new IllegalStateException("gives up");
                    }))
                    .hasMessage("gives up"));
        });
        assertThat(claims(LONG).once("slow", done::incrementAndGet)).isFalse();
        assertThat(done).hasValue(1);
    }

    @Test
    void ofManyAtOnceOneDoesIt() throws Exception {
        for (int round = 0; round < 20; round++) {
            String name = "race-" + round;
            done.set(0);
            assertThat(atOnce(() -> claims(LONG).once(name, done::incrementAndGet)))
                    .as(name)
                    .containsOnlyOnce("true");
            assertThat(done).as(name).hasValue(1);
        }
    }

    private static List<String> atOnce(Callable<Boolean> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    try {
                        return call.call().toString();
                    } catch (ClaimedElsewhere held) {
                        return "held";
                    }
                }));
            }
            start.countDown();
            List<String> all = new ArrayList<>();
            for (Future<String> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
