package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A rotation that is gone after one of its writes: no thread of it goes on, its lease is held and its Jobs run, as after a
 * kill. Without a process for each they are all tried, side by side.
 */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class KilledRotationClusterIT extends OnCluster {
    /** More than there are: the last ones come to their end. */
    private static final int WRITES = 16;

    @Test
    void afterAnyWriteItEndsWellWhenItIsRunAgain() throws Exception {
        ExecutorService sides = Executors.newFixedThreadPool(WRITES);
        try {
            List<Callable<Boolean>> all = IntStream.rangeClosed(1, WRITES)
                    .<Callable<Boolean>>mapToObj(write -> () -> killedAndRunAgain(write))
                    .toList();
            int killed = 0;
            for (Future<Boolean> one : sides.invokeAll(all)) {
                killed += one.get() ? 1 : 0;
            }
            assertThat(killed).isGreaterThan(10).isLessThan(WRITES);
        } finally {
            sides.shutdownNow();
        }
    }

    private boolean killedAndRunAgain(int write) throws Exception {
        var sample = new RotationSample(namespace + "-" + write);
        var sight = new RotationSight(cluster, sample.namespace());
        apply(sample.manifests());
        String password = sight.password();
        String key = sight.ownKey();
        boolean killed = killed(sample, write);

        assertThat(texts(sight.data("db-secrets")))
                .as("after write " + write)
                .contains(
                        sight.data("api-secrets").path("db").asText(),
                        sight.data("web-secrets").path("db").asText());
        String given = sight.password();
        String givenKey = sight.ownKey();
        try (var rotation = sample.rotation(cluster, "", event -> {})) {
            rotation.run(isDone(sight, password, key) ? Set.of() : RotationSample.BOTH, SOON);
        }
        sight.holds(password);
        assertThat(sight.ownKey()).isNotEqualTo(key);
        assertThat(given).as("no third password after write " + write).isIn(password, sight.password());
        assertThat(givenKey).as("no third key after write " + write).isIn(key, sight.ownKey());
        assertThat(sight.generation("web")).as("after write " + write).isEqualTo(2);
        assertThat(apply(sample.manifests())).isFalse();
        return killed;
    }

    /** Returns once it is gone, or has come to its end before that. */
    private boolean killed(RotationSample sample, int write) throws Exception {
        var left = new AtomicInteger(write);
        var gone = new CountDownLatch(1);
        var rotation = new FutureTask<>(() -> {
            try {
                sample.rotate(cluster, "", event -> {
                    if (!(event instanceof ApplyEvent.Changed) && left.decrementAndGet() <= 0) {
                        gone.countDown();
                        sleepForGood();
                    }
                });
            } finally {
                gone.countDown();
            }
            return true;
        });
        var thread = new Thread(rotation, "rotation " + write);
        thread.setDaemon(true);
        thread.start();
        gone.await();
        return left.get() <= 0 || !rotation.get();
    }

    private static void sleepForGood() {
        while (true) {
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException ignored) {
                // nothing wakes the dead
            }
        }
    }

    /** To its very end: run again, it would be another rotation. */
    private static boolean isDone(RotationSight sight, String password, String key) throws InterruptedException {
        return !sight.password().equals(password)
                && !sight.ownKey().equals(key)
                && sight.data("db-secrets").size() == 1
                && sight.data("api-secrets").size() == 2;
    }

    private static List<String> texts(JsonNode data) {
        var texts = new ArrayList<String>();
        data.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
