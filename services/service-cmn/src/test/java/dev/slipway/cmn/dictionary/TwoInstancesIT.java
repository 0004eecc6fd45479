package dev.slipway.cmn.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cmn.Instance;
import dev.slipway.test.Middleware;
import dev.slipway.test.Server;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Edits on one instance, reads on another: whatever happens to Redis, what was acknowledged is read. */
class TwoInstancesIT {
    private static final int FEWEST_EDITS = 30;
    private static final Server REDIS = Middleware.redis().server();

    private final Instance one = Instance.shared();
    private static final Instance TWO = Instance.another();

    @AfterAll
    static void stop() {
        TWO.close();
    }

    @Test
    void readsOnOneSeeEveryAcknowledgedEditOnTheOther() throws Exception {
        assertNeverStale("two-plain", Duration.ofSeconds(2), () -> {});
    }

    @Test
    void evenWhileRedisIsFlushed() throws Exception {
        StringRedisTemplate redis = one.bean(StringRedisTemplate.class);
        assertNeverStale("two-flush", Duration.ofSeconds(2), () -> redis.getRequiredConnectionFactory()
                .getConnection()
                .serverCommands()
                .flushDb());
    }

    @Test
    void evenWhileRedisIsKilledAndComesBack() throws Exception {
        try {
            assertNeverStale("two-kill", Duration.ofSeconds(4), () -> {
                REDIS.kill();
                pause(500);
                REDIS.start();
                pause(500);
            });
        } finally {
            REDIS.start();
        }
    }

    @Test
    void evenWhileRedisHangs() throws Exception {
        try {
            assertNeverStale("two-hang", Duration.ofSeconds(3), () -> {
                REDIS.pause();
                pause(500);
                REDIS.resume();
                pause(250);
            });
        } finally {
            REDIS.resume();
        }
    }

    @Test
    void anEditWhileRedisIsAwayIsReadAfterItIsBackWithItsOldContents() {
        String root = one.createRoot("two-away", "离");
        String id = one.create(root, "1", "old");
        assertThat(TWO.get("/api/dictionaries/two-away").names()).containsExactly("old");
        REDIS.pause();
        try {
            rename(root, id, "new");
            assertThat(TWO.get("/api/dictionaries/two-away").names()).containsExactly("new");
            TWO.get("/actuator/health/readiness").require(200);
        } finally {
            REDIS.resume();
        }
        assertThat(TWO.get("/api/dictionaries/two-away").names()).containsExactly("new");
        assertThat(one.get("/api/dictionaries/two-away").names()).containsExactly("new");
    }

    @Test
    void aSecondReadComesFromRedis() {
        String root = one.createRoot("two-cached", "存");
        one.create(root, "1", "一");
        one.get("/api/dictionaries/two-cached").require(200);
        double before = hits(TWO);
        for (Instant end = Instant.now().plusSeconds(10);
                hits(TWO) == before && Instant.now().isBefore(end);
                pause(100)) {
            TWO.get("/api/dictionaries/two-cached").require(200);
        }
        assertThat(hits(TWO)).isGreaterThan(before);
    }

    @Test
    void cachedReadsExpire() {
        String root = one.createRoot("two-expire", "期");
        one.create(root, "1", "一");
        StringRedisTemplate redis = one.bean(StringRedisTemplate.class);
        for (Instant end = Instant.now().plusSeconds(10);
                redis.keys("slipway:cmn:*:code:two-expire").isEmpty()
                        && Instant.now().isBefore(end);
                pause(100)) {
            one.get("/api/dictionaries/two-expire").require(200);
        }
        assertThat(redis.keys("slipway:cmn:*:code:two-expire")).isNotEmpty().allSatisfy(key -> assertThat(
                        redis.getExpire(key, TimeUnit.SECONDS))
                .isBetween(500L, 721L));
    }

    private static double hits(Instance instance) {
        Counter hits = instance.bean(MeterRegistry.class)
                .find("slipway_dictionary_cache")
                .tag("result", "hit")
                .counter();
        return hits == null ? 0 : hits.count();
    }

    /** Readers note the acknowledged number before they ask; an answer below it is stale. */
    private void assertNeverStale(String code, Duration time, Runnable trouble) throws Exception {
        String root = one.createRoot(code, "数");
        String id = one.create(root, "n", "0");
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger reads = new AtomicInteger();
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch started = new CountDownLatch(1);
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            List<Future<List<String>>> readers = new ArrayList<>();
            for (Instance instance : List.of(one, TWO, TWO)) {
                readers.add(pool.submit(() -> read(instance, code, acknowledged, reads, stop)));
            }
            Future<?> troubles = pool.submit(() -> {
                started.await();
                while (!stop.get()) {
                    trouble.run();
                    pause(50);
                }
                return null;
            });
            started.countDown();
            Instant end = Instant.now().plus(time);
            for (int number = 1; number <= FEWEST_EDITS || Instant.now().isBefore(end); number++) {
                rename(root, id, Integer.toString(number));
                acknowledged.set(number);
            }
            stop.set(true);
            troubles.get();
            for (Future<List<String>> reader : readers) {
                assertThat(reader.get()).isEmpty();
            }
        } finally {
            stop.set(true);
            pool.shutdownNow();
        }
        assertThat(reads.get()).isGreaterThan(FEWEST_EDITS);
    }

    private static List<String> read(
            Instance instance, String code, AtomicInteger acknowledged, AtomicInteger reads, AtomicBoolean stop) {
        List<String> stale = new ArrayList<>();
        while (!stop.get()) {
            int known = acknowledged.get();
            String children = instance.get("/api/dictionaries/" + code)
                    .require(200)
                    .names()
                    .get(0);
            String entry = instance.get("/api/dictionaries/" + code + "/values/n")
                    .require(200)
                    .json()
                    .get("name")
                    .asText();
            reads.incrementAndGet();
            if (Integer.parseInt(children) < known || Integer.parseInt(entry) < known) {
                stale.add(children + " and " + entry + " after " + known);
            }
        }
        return stale;
    }

    private void rename(String root, String id, String name) {
        String path = "/admin/dictionary-entries/" + id;
        String value = one.admin("GET", path, null).json().get("value").asText();
        one.admin("PUT", path, Map.of("parentId", root, "value", value, "name", name))
                .require(200);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
