package dev.slipway.platform.cli;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.Refusals;
import dev.slipway.platform.report.UserError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** A cluster that is opened, and asked for its kinds, while its objects are rendered: both take about as long. */
final class ClusterAhead implements AutoCloseable {
    private final CompletableFuture<Cluster> opening = new CompletableFuture<>();
    private final Thread thread;

    ClusterAhead(Supplier<Cluster> open) {
        thread = new Thread(() -> open(open), "cluster");
        thread.setDaemon(true);
        thread.start();
    }

    private void open(Supplier<Cluster> open) {
        try {
            Cluster cluster = open.get();
            cluster.knows("v1", "Namespace");
            opening.complete(cluster);
        } catch (Exception | Error failure) {
            opening.completeExceptionally(failure);
        }
    }

    /**
     * Waits for it.
     *
     * @throws UserError when it cannot be opened or does not answer
     */
    Cluster get() throws InterruptedException {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            throw Refusals.from(e);
        }
    }

    /** Also when nobody has waited for it: then it is not asked any more. */
    @Override
    public void close() {
        thread.interrupt();
        if (opening.isDone() && !opening.isCompletedExceptionally()) {
            opening.join().close();
        }
    }
}
