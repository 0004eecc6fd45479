package dev.slipway.bench.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Patients arrive at a fixed rate, however long those before them wait. */
final class OpenLoop {
    private OpenLoop() {}

    /**
     * @param word what came of it
     * @param dueNanos since the start, when it was due; waiting to be sent counts as waiting
     * @param endNanos since the start
     */
    record Arrival(String word, long dueNanos, long endNanos) {
        long nanos() {
            return endNanos - dueNanos;
        }
    }

    /** Returns when all have their answer; one that fails is counted by the name of its failure. */
    static List<Arrival> run(List<Supplier<CompletableFuture<String>>> arrivals, double perSecond) {
        List<CompletableFuture<Arrival>> sent = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < arrivals.size(); i++) {
            long due = (long) (i * 1e9 / perSecond);
            for (long wait = due - (System.nanoTime() - start); wait > 0; wait = due - (System.nanoTime() - start)) {
                LockSupport.parkNanos(wait);
            }
            sent.add(arrivals.get(i)
                    .get()
                    .exceptionally(OpenLoop::failure)
                    .thenApply(word -> new Arrival(word, due, System.nanoTime() - start)));
        }
        return sent.stream().map(CompletableFuture::join).toList();
    }

    private static String failure(Throwable failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        return cause.getClass().getSimpleName();
    }
}
