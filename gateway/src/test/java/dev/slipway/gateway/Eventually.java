package dev.slipway.gateway;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

final class Eventually {
    private Eventually() {}

    static void is(Callable<Boolean> condition) {
        within(Duration.ofSeconds(10), condition);
    }

    static void within(Duration time, Callable<Boolean> condition) {
        await().atMost(time).pollInterval(Duration.ofMillis(20)).until(condition);
    }
}
