package dev.slipway.order.retry;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs a transaction again that the database chose to end so that another could go on. Only the outermost transaction
 * can be run again; inside another one the failure is passed on to whoever runs that one.
 */
public final class Deadlocks {
    private static final int ATTEMPTS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 20;

    private Deadlocks() {}

    /** @throws ConcurrencyFailureException when the last of five attempts lost too */
    public static <T> T retried(Supplier<T> transaction) {
        int left = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : ATTEMPTS;
        while (true) {
            try {
                return transaction.get();
            } catch (ConcurrencyFailureException lost) {
                if (--left == 0) {
                    throw lost;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(
                        ThreadLocalRandom.current().nextLong(1, LONGEST_PAUSE_MILLIS)));
            }
        }
    }
}
