package dev.slipway.cmn.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTests {
    private final SingleFlight<String> flights = new SingleFlight<>();
    private final AtomicInteger loads = new AtomicInteger();

    @Test
    void manyCallersMakeOneLoad() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            List<Future<String>> callers = new ArrayList<>();
            callers.add(pool.submit(() -> flights.fly("k", () -> load(loading, finish))));
            loading.await();
            CountDownLatch asked = new CountDownLatch(20);
            for (int i = 0; i < 20; i++) {
                callers.add(pool.submit(() -> {
                    asked.countDown();
                    return flights.fly("k", () -> load(loading, finish));
                }));
            }
            asked.await();
            Thread.sleep(100);
            finish.countDown();
            for (Future<String> caller : callers) {
                assertThat(caller.get()).isEqualTo("loaded");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void aFailureIsToldAndNotKept() {
        assertThatThrownBy(() -> flights.fly("k", () -> {
                    throw new EntryMissing();
                }))
                .isInstanceOf(EntryMissing.class);
        assertThat(flights.fly("k", () -> "later")).isEqualTo("later");
    }

    private String load(CountDownLatch loading, CountDownLatch finish) {
        loads.incrementAndGet();
        loading.countDown();
        try {
            finish.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return "loaded";
    }
}
