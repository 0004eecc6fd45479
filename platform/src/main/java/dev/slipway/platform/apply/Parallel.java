package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A few requests side by side: enough to be quick, too few to disturb the API server. */
final class Parallel implements AutoCloseable {
    static final int AT_ONCE = 8;

    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, work -> {
        var thread = new Thread(work, "apply");
        thread.setDaemon(true);
        return thread;
    });

    /** The results in the order of the work; the first failure is thrown once all have ended. */
    <T> List<T> all(List<? extends Callable<T>> work) throws InterruptedException {
        var results = new ArrayList<T>();
        for (Future<T> done : workers.invokeAll(work)) {
            try {
                results.add(done.get());
            } catch (ExecutionException e) {
                throw Refusals.from(e);
            }
        }
        return results;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
