package dev.slipway.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Access tokens to who they stand for. A token once verified is remembered, never beyond its own end. */
public final class Tokens {
    private static final Duration LONGEST_REMEMBERED = Duration.ofMinutes(15);

    private final SigningKeys keys;
    private final Supplier<TokenSettings> settings;
    private final Clock clock;
    private final Cache<String, VerifiedToken> verified;

    public Tokens(KeySource source, Supplier<TokenSettings> settings, Clock clock, LongSupplier nanos) {
        this.settings = settings;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(settings.get().cacheSize())
                .expireAfterWrite(LONGEST_REMEMBERED)
                .executor(Runnable::run) // its upkeep is shorter than handing it to another thread
                .build();
        this.keys = new SigningKeys(source, settings, nanos, verified::invalidateAll);
    }

    /** The token when it was verified before and lives; null says nothing about it. */
    public @Nullable VerifiedToken remembered(String token) {
        VerifiedToken known = verified.getIfPresent(token);
        return known != null && !known.expired(clock.millis()) ? known : null;
    }

    /** Verifies; fails with {@link InvalidToken} or {@link KeysUnavailable}. */
    public Mono<VerifiedToken> verify(String token) {
        return Mono.defer(() -> {
            SignedJWT jwt = TokenCheck.parse(token);
            return keys.find(jwt.getHeader().getKeyID())
                    .switchIfEmpty(Mono.error(() -> new InvalidToken("unknown key")))
                    .map(key -> TokenCheck.verify(jwt, key, settings.get(), clock.instant()))
                    .doOnNext(good -> verified.put(token, good));
        });
    }

    /** Reads the keys again; true when that worked. */
    public Mono<Boolean> refreshKeys() {
        return keys.refresh();
    }
}
