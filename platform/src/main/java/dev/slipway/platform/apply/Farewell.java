package dev.slipway.platform.apply;

import dev.slipway.platform.shutdown.ShutdownHook;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** What is done when this process is told to end, by Ctrl-C for one, while it is open. A kill does nothing of it. */
final class Farewell {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Words words;
    private @Nullable ShutdownHook open;
    private volatile boolean said;

    /** May be given up when it takes too long. */
    @FunctionalInterface
    interface Words {
        void say() throws InterruptedException;
    }

    Farewell(Words words) {
        this.words = words;
    }

    void open() {
        if (open == null && !said) {
            try {
                open = new ShutdownHook("farewell", this::say);
            } catch (IllegalStateException ending) {
                return; // too late for one
            }
        }
    }

    void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** Whoever asks never returns once it has begun: the process is about to be gone. */
    void check() throws InterruptedException {
        if (said) {
            new CountDownLatch(1).await();
        }
    }

    private void say() {
        said = true;
        var saying = new Thread(
                () -> {
                    try {
                        words.say();
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                },
                "farewell-words");
        saying.setDaemon(true);
        saying.start();
        try {
            saying.join(LONGEST.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
