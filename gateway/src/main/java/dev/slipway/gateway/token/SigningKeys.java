package dev.slipway.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The P-256 keys tokens may be signed with, by their {@code kid}. A kid not known makes the keys be read again,
 * at most once every {@link TokenSettings#keysPause()} whatever is sent; who asks meanwhile waits for the next
 * read, which began after the question, so that a new key works from its first token on.
 */
final class SigningKeys {
    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final int MOST_WAITING = 1000;

    private final KeySource source;
    private final Supplier<TokenSettings> settings;
    private final LongSupplier nanos;
    private final Runnable withdrawn;
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Map<String, ECPublicKey> keys = Map.of();
    private @Nullable Mono<Boolean> next;
    private long lastStart;
    private boolean started;

    /** @param withdrawn told when a key that was there is there no more */
    SigningKeys(KeySource source, Supplier<TokenSettings> settings, LongSupplier nanos, Runnable withdrawn) {
        this.source = source;
        this.settings = settings;
        this.nanos = nanos;
        this.withdrawn = withdrawn;
    }

    @Nullable
    ECPublicKey known(String kid) {
        return keys.get(kid);
    }

    /** The key, after reading again when needed; empty when there is none. Fails with {@link KeysUnavailable}. */
    Mono<ECPublicKey> find(String kid) {
        ECPublicKey key = keys.get(kid);
        if (key != null) {
            return Mono.just(key);
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return Mono.error(new KeysUnavailable("too many calls wait for keys"));
        }
        return refresh().doFinally(signal -> waiting.decrementAndGet()).flatMap(read -> Mono.justOrEmpty(keys.get(kid))
                .switchIfEmpty(read ? Mono.empty() : Mono.error(new KeysUnavailable("keys could not be read"))));
    }

    /** Whether a read that begins from now on succeeded; shared by all who ask before it begins. */
    synchronized Mono<Boolean> refresh() {
        if (next == null) {
            Duration pause = pause();
            Mono<Boolean> read = Mono.defer(this::read);
            next = (pause.isZero() ? read : Mono.delay(pause).then(read)).cache();
        }
        return next;
    }

    private Duration pause() {
        if (!started) {
            return Duration.ZERO;
        }
        Duration left = settings.get().keysPause().minusNanos(nanos.getAsLong() - lastStart);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Mono<Boolean> read() {
        synchronized (this) {
            next = null;
            lastStart = nanos.getAsLong();
            started = true;
        }
        return source.read()
                .timeout(settings.get().keysTimeout())
                .map(this::take)
                .onErrorResume(failure -> {
                    if (failing.compareAndSet(false, true)) {
                        log.warn("Signing keys cannot be read; known ones stay: {}", failure.toString());
                    }
                    return Mono.just(false);
                })
                .defaultIfEmpty(false);
    }

    private boolean take(String json) {
        Map<String, ECPublicKey> read = parse(json);
        boolean lost = !read.keySet().containsAll(keys.keySet());
        keys = read;
        if (failing.compareAndSet(true, false)) {
            log.info("Signing keys can be read again");
        }
        if (lost) {
            withdrawn.run();
        }
        return true;
    }

    private static Map<String, ECPublicKey> parse(String json) {
        Map<String, ECPublicKey> read = new HashMap<>();
        try {
            for (JWK jwk : JWKSet.parse(json).getKeys()) {
                if (jwk instanceof ECKey key && usable(key)) {
                    read.put(key.getKeyID(), key.toECPublicKey());
                }
            }
        } catch (ParseException | JOSEException notKeys) {
            throw new IllegalArgumentException("not a JWK set: " + notKeys.getMessage(), notKeys);
        }
        return Map.copyOf(read);
    }

    private static boolean usable(ECKey key) {
        return key.getKeyID() != null
                && Curve.P_256.equals(key.getCurve())
                && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(JWSAlgorithm.ES256));
    }
}
