package dev.slipway.gateway.revocation;

import dev.slipway.gateway.background.Background;
import io.micrometer.core.instrument.Counter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Mono;

/** Reads what is new in the Redis sorted set {@value #KEY} (member → time of revocation in ms) again and again. */
public final class RevocationPoll extends Background {
    static final String KEY = "slipway:revocations";
    /** Read again each time: what was written late, under a time already read past. */
    private static final double OVERLAP_MILLIS = 2000;

    private static final Logger log = LoggerFactory.getLogger(RevocationPoll.class);

    private final ReactiveStringRedisTemplate redis;
    private final Revocations revocations;
    private final Supplier<RevocationSettings> settings;
    private final Counter failures;
    private final AtomicBoolean failing = new AtomicBoolean();
    private double newest;

    public RevocationPoll(
            ReactiveStringRedisTemplate redis,
            Revocations revocations,
            Supplier<RevocationSettings> settings,
            Counter failures) {
        this.redis = redis;
        this.revocations = revocations;
        this.settings = settings;
        this.failures = failures;
    }

    @Override
    protected Mono<?> turn() {
        return poll().then(Mono.defer(() -> Mono.delay(settings.get().every())));
    }

    private Mono<Void> poll() {
        return redis.opsForZSet()
                .rangeByScoreWithScores(KEY, Range.rightUnbounded(Range.Bound.inclusive(newest - OVERLAP_MILLIS)))
                .collectList()
                .timeout(settings.get().timeout())
                .doOnNext(entries -> {
                    entries.forEach(entry -> take(entry.getValue(), entry.getScore()));
                    succeeded();
                })
                .then()
                .onErrorResume(this::failed);
    }

    private void take(@Nullable String member, @Nullable Double score) {
        if (member != null && score != null) {
            revocations.add(member, score.longValue());
            newest = Math.max(newest, score);
        }
    }

    private void succeeded() {
        revocations.read();
        if (failing.compareAndSet(true, false)) {
            log.info("The revocation list can be read again");
        }
    }

    private Mono<Void> failed(Throwable failure) {
        failures.increment();
        if (failing.compareAndSet(false, true)) {
            log.warn(
                    "The revocation list cannot be read; tokens are refused in {}: {}",
                    settings.get().grace(),
                    failure.toString());
        }
        return Mono.empty();
    }
}
