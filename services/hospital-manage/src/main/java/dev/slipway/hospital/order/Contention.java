package dev.slipway.hospital.order;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Looks again when somebody else was first, or the database chose this transaction to end a deadlock. */
final class Contention {
    private static final int ATTEMPTS = 8;
    private static final int LONGEST_PAUSE_MILLIS = 20;

    private Contention() {}

    /** @param decision reads what is there before it writes; it is repeated as a whole */
    static <T> T settled(Supplier<T> decision) {
        for (int attempt = 1; ; attempt++) {
            try {
                return decision.get();
            } catch (ConcurrencyFailureException | DuplicateKeyException otherWasFirst) {
                if (attempt == ATTEMPTS) {
                    throw otherWasFirst;
                }
                pause(attempt);
            }
        }
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong((long) LONGEST_PAUSE_MILLIS * attempt) + 1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    /** A guarded change found another status than was read. */
    static final class ChangedMeanwhile extends ConcurrencyFailureException {
        private static final long serialVersionUID = 1L;

        ChangedMeanwhile() {
            super("The order changed meanwhile");
        }
    }
}
