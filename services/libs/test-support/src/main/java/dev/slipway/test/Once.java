package dev.slipway.test;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Starts it at the first call; a failed start is tried again at the next. */
final class Once<T> {

    private final Supplier<T> start;
    private @Nullable T started;

    Once(Supplier<T> start) {
        this.start = start;
    }

    synchronized T get() {
        if (started == null) {
            started = start.get();
        }
        return started;
    }
}
