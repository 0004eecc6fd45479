package dev.slipway.platform.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupervisorTests {
    private final FakeProcesses processes = new FakeProcesses();
    private final FakeComponent nacos = FakeComponent.of("nacos");
    private final FakeComponent mysql = FakeComponent.of("mysql");
    private final FakeComponent user = FakeComponent.of("user", "nacos", "mysql");
    private final FakeComponent gateway = new FakeComponent("gateway", Set.of("nacos"), Set.of("user"));
    private final MovingClock clock = new MovingClock();
    private final Recorder journal = new Recorder();
    private final Set<String> restarts = new HashSet<>();
    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(60));
    private final Supervisor supervisor = new Supervisor(
            List.of(nacos, mysql, user, gateway),
            processes,
            SupervisorTests::cause,
            journal,
            this::takeRestarts,
            backoff,
            clock,
            new Random(1),
            Runnable::run);

    @Test
    void startsWhatNeedsNothingAtOnceAndTheRestWhenItsNeedsAreReady() {
        run();
        assertThat(processes.events).containsExactly("start nacos", "start mysql");
        ready(nacos);
        assertThat(processes.started("gateway")).isTrue();
        assertThat(processes.started("user")).isFalse();
        ready(mysql);
        assertThat(processes.started("user")).isTrue();
    }

    @Test
    void isSettledOnceAndOnlyWhenEverythingIsReady() {
        run();
        ready(nacos, mysql, gateway);
        assertThat(journal.settled).isZero();
        ready(user);
        assertThat(journal.settled).isOne();
        pass(Duration.ofMinutes(1));
        assertThat(journal.settled).isOne();
    }

    @Test
    void aComponentThatEndsDuringTheStartEndsEverythingWithItsCause() {
        run();
        ready(nacos);
        processes.of("mysql").exit(1);
        runToTheEnd();
        assertThat(supervisor.outcome())
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.components())
                        .singleElement()
                        .satisfies(status -> assertThat(status.name() + ": " + status.cause())
                                .isEqualTo("mysql: exit 1")));
        assertThat(processes.events.indexOf("term gateway")).isLessThan(processes.events.indexOf("term nacos"));
        assertThat(journal.state("nacos")).isEqualTo(State.STOPPED);
        assertThat(journal.state("mysql")).isEqualTo(State.FAILED);
        assertThat(journal.state("user")).isEqualTo(State.STOPPED);
    }

    @Test
    void aComponentThatCannotBePreparedOrStartedEndsEverything() {
        nacos.unpreparable = "disk full";
        processes.unstartable.add("mysql");
        runToTheEnd();
        assertThat(supervisor.outcome())
                .isInstanceOfSatisfying(Outcome.Failed.class, failed -> assertThat(failed.components())
                        .extracting(ComponentStatus::cause)
                        .containsExactly("disk full", "no such program"));
    }

    @Test
    void aComponentThatIsNotReadyInTimeEndsEverythingAsTimedOut() {
        run();
        ready(nacos);
        mysql.obstacle = "refuses the password";
        pass(Duration.ofSeconds(58));
        assertThat(journal.state("mysql")).isEqualTo(State.STARTING);
        pass(Duration.ofSeconds(2));
        runToTheEnd();
        assertThat(supervisor.outcome())
                .isInstanceOfSatisfying(Outcome.TimedOut.class, late -> assertThat(late.components())
                        .extracting(ComponentStatus::cause)
                        .contains("running, refuses the password"));
        assertThat(processes.of("mysql").alive()).isFalse();
    }

    @Test
    void whatIsKilledFromOutsideDuringTheStartIsTriedAgainButNotForEver() {
        run();
        for (int kill = 1; kill <= 3; kill++) {
            processes.of("mysql").exit(137);
            pass(Duration.ofSeconds(10));
            assertThat(processes.starts("mysql")).isEqualTo(kill + 1);
        }
        processes.of("mysql").exit(137);
        runToTheEnd();
        assertThat(supervisor.outcome()).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void whatDiesLaterIsStartedAgainAfterGrowingPauses() {
        everythingReady();
        user.obstacle = "starting";
        var pauses = new ArrayList<Duration>();
        for (int death = 0; death < 5; death++) {
            long before = processes.starts("user");
            processes.of("user").exit(1);
            run();
            assertThat(journal.state("user")).isEqualTo(State.BACKING_OFF);
            Instant died = clock.instant();
            while (processes.starts("user") == before) {
                pass(Duration.ofMillis(10));
            }
            pauses.add(Duration.between(died, clock.instant()));
        }
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(750), Duration.ofMillis(1010));
        assertThat(pauses.get(1)).isBetween(Duration.ofMillis(1500), Duration.ofMillis(2010));
        assertThat(pauses.get(2)).isBetween(Duration.ofSeconds(3), Duration.ofMillis(4010));
        assertThat(pauses.get(4)).isBetween(Duration.ofSeconds(6), Duration.ofMillis(8010));
        assertThat(journal.status("user").restarts()).isEqualTo(5);
        assertThat(journal.status("user").cause()).isEqualTo("exit 1");
        ready(user);
        assertThat(journal.status("user").cause()).isNull();
    }

    @Test
    void whatIsSlowAfterADeathIsGivenMoreTimeBeforeItIsKilled() {
        everythingReady();
        user.obstacle = "slow";
        processes.of("user").exit(1);
        pass(Duration.ofSeconds(117));
        assertThat(processes.starts("user")).isEqualTo(2);
        assertThat(processes.of("user").alive()).isTrue();
        for (int late = 1; late <= 3; late++) {
            pass(Duration.ofSeconds(20));
            assertThat(processes.starts("user")).isEqualTo(2 + late);
            pass(Duration.ofSeconds(220));
            assertThat(processes.starts("user")).isEqualTo(2 + late);
        }
    }

    @Test
    void deathsAreForgottenAfterAHealthyTime() {
        everythingReady();
        for (int death = 0; death < 4; death++) {
            processes.of("user").exit(1);
            pass(Duration.ofSeconds(9));
        }
        pass(Duration.ofSeconds(61));
        processes.of("user").exit(1);
        long before = processes.starts("user");
        pass(Duration.ofMillis(1100));
        assertThat(processes.starts("user")).isEqualTo(before + 1);
    }

    @Test
    void aReadyComponentThatNoLongerAnswersIsUnhealthyUntilItAnswers() {
        everythingReady();
        mysql.obstacle = "does not answer";
        pass(Duration.ofMillis(9500));
        assertThat(journal.state("mysql")).isEqualTo(State.READY);
        pass(Duration.ofMillis(1500));
        assertThat(journal.state("mysql")).isEqualTo(State.UNHEALTHY);
        assertThat(journal.status("mysql").cause()).isEqualTo("does not answer");
        mysql.obstacle = null;
        pass(Duration.ofSeconds(2));
        assertThat(journal.state("mysql")).isEqualTo(State.READY);
        assertThat(processes.starts("mysql")).isOne();
    }

    @Test
    void aRestartOnRequestIsAGracefulStopAndAStartWithoutPauseThatCountsAsNoDeath() {
        everythingReady();
        restarts.add("user");
        user.obstacle = "starting";
        run();
        run();
        assertThat(processes.events).endsWith("term user", "start user");
        ready(user);
        assertThat(journal.state("user")).isEqualTo(State.READY);
        assertThat(journal.status("user").restarts()).isZero();
    }

    @Test
    void aRestartKillsWhatDoesNotStop() {
        everythingReady();
        processes.stubborn.add("user");
        restarts.add("user");
        pass(Duration.ofSeconds(9));
        assertThat(processes.starts("user")).isOne();
        pass(Duration.ofSeconds(2));
        assertThat(processes.events).contains("kill user");
        assertThat(processes.starts("user")).isEqualTo(2);
    }

    @Test
    void stopsInReverseOrderAndCallersBeforeThoseTheyCall() {
        everythingReady();
        supervisor.stop();
        runToTheEnd();
        assertThat(processes.events.subList(4, 8))
                .startsWith("term gateway", "term user")
                .containsExactlyInAnyOrder("term gateway", "term user", "term nacos", "term mysql");
        assertThat(supervisor.outcome()).isEqualTo(new Outcome.Stopped());
    }

    @Test
    void stopsWithinTheBudgetEvenWhenNothingStopsByItself() {
        everythingReady();
        processes.stubborn.addAll(List.of("nacos", "mysql", "user", "gateway"));
        Instant asked = clock.instant();
        supervisor.stop();
        runToTheEnd();
        assertThat(Duration.between(asked, clock.instant())).isLessThan(Duration.ofSeconds(15));
        assertThat(processes.events).contains("kill nacos", "kill mysql", "kill user", "kill gateway");
    }

    @Test
    void canBeStoppedWhileItComesUp() {
        run();
        supervisor.stop();
        runToTheEnd();
        assertThat(processes.events).containsExactly("start nacos", "start mysql", "term nacos", "term mysql");
        assertThat(journal.state("gateway")).isEqualTo(State.STOPPED);
    }

    private void everythingReady() {
        run();
        ready(nacos, mysql);
        ready(user, gateway);
        assertThat(journal.settled).isOne();
    }

    private void ready(FakeComponent... components) {
        for (FakeComponent component : components) {
            component.obstacle = null;
        }
        pass(Duration.ofSeconds(1));
    }

    private void run() {
        supervisor.step();
        supervisor.step();
    }

    private void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.now = clock.now.plusMillis(10);
            supervisor.step();
        }
    }

    private void runToTheEnd() {
        for (int step = 0; !supervisor.step(); step++) {
            assertThat(step).as("steps until it ends").isLessThan(10_000);
            clock.now = clock.now.plusMillis(10);
        }
    }

    private Set<String> takeRestarts() {
        var taken = Set.copyOf(restarts);
        restarts.clear();
        return taken;
    }

    private static String cause(Component component, OptionalInt exitCode, @Nullable String obstacle) {
        return exitCode.isPresent() ? "exit " + exitCode.getAsInt() : "running, " + obstacle;
    }

    private static final class Recorder implements Journal {
        private final Map<String, ComponentStatus> latest = new LinkedHashMap<>();
        private int settled;

        @Override
        public void changed(ComponentStatus status) {
            latest.put(status.name(), status);
        }

        @Override
        public void settled() {
            settled++;
        }

        ComponentStatus status(String name) {
            return Objects.requireNonNull(latest.get(name));
        }

        State state(String name) {
            return status(name).state();
        }
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
