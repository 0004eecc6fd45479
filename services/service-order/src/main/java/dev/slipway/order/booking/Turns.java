package dev.slipway.order.booking;

import dev.slipway.order.configuration.BookingSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * How many bookings are worked on at once. When a popular schedule opens, more come in a second than can be worked on;
 * if all were begun, none would end before its caller has given up. The others wait in the order in which they came.
 */
@Component
class Turns {
    private final Semaphore free;
    private final Duration patience;

    Turns(BookingSettings settings) {
        free = new Semaphore(settings.atOnce(), true);
        patience = settings.turnWithin();
    }

    /** Empty when no turn came in time, and then nothing was done. */
    <T> Optional<T> take(Supplier<T> work) {
        if (!acquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            free.release();
        }
    }

    private boolean acquire() {
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
