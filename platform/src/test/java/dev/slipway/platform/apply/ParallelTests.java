package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParallelTests {
    private static final int WORK = 3 * Parallel.AT_ONCE + 1;

    /** What is begun does not end before all is handed over, so that each thread that may begin has begun. */
    @Test
    void noMoreThanItsBoundGoOnAtOnce() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        var handedOver = new CountDownLatch(1);
        Callable<Integer> work = () -> {
            threads.add(Thread.currentThread());
            handedOver.await();
            return 1;
        };

        try (var parallel = new Parallel()) {
            assertThat(parallel.all(new Told<>(Collections.nCopies(WORK, work), handedOver)))
                    .hasSize(WORK);
        }

        assertThat(threads).hasSize(Parallel.AT_ONCE);
    }

    /** Work that opens a latch when somebody has gone through all of it. */
    private static final class Told<T> extends AbstractList<T> {
        private final List<T> work;
        private final CountDownLatch through;

        Told(List<T> work, CountDownLatch through) {
            this.work = work;
            this.through = through;
        }

        @Override
        public T get(int index) {
            if (index == work.size() - 1) {
                through.countDown();
            }
            return work.get(index);
        }

        @Override
        public int size() {
            return work.size();
        }
    }

    @Test
    void theResultsComeInTheOrderOfTheWork() throws InterruptedException {
        var second = new CountDownLatch(1);
        Callable<String> late = () -> {
            second.await();
            return "first";
        };
        Callable<String> early = () -> {
            second.countDown();
            return "second";
        };

        try (var parallel = new Parallel()) {
            assertThat(parallel.all(List.of(late, early))).containsExactly("first", "second");
        }
    }

    @Test
    void theFirstFailureIsThrownAndTheRestIsDoneAllTheSame() {
        var done = new AtomicInteger();
        Callable<Integer> work = done::incrementAndGet;
        Callable<Integer> first = failing("first");

        try (var parallel = new Parallel()) {
            assertThatThrownBy(() -> parallel.all(List.of(work, first, work, failing("second"), work)))
                    .isInstanceOf(UserError.class)
                    .hasMessage("first");
        }

        assertThat(done).hasValue(3);
    }

    private static Callable<Integer> failing(String what) {
        return () -> {
            throw new UserError(what, "", ExitCode.FAILED);
        };
    }
}
