package dev.slipway.platform.stack.app;

import dev.slipway.platform.stack.process.Child;
import java.time.Duration;

/** Waiting for processes that do one thing and end. */
final class Wait {
    private static final int KILLED = 137;
    private static final Duration LOOK = Duration.ofMillis(50);

    private Wait() {}

    /** Exit code of a child; one that takes longer, or whose waiter is interrupted, is killed. */
    static int forEnd(Child child, Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        try {
            while (child.alive() && System.nanoTime() < end) {
                Thread.sleep(LOOK.toMillis());
            }
        } finally {
            child.kill();
        }
        return child.exitCode().orElse(KILLED);
    }
}
