package dev.slipway.gateway.revocation;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What was revoked lately, in memory. Once the list could not be read for the grace time, nobody can tell whether
 * a token lives: then tokens are refused (fail closed), because the one a thief holds is the one that was revoked.
 */
public final class Revocations {
    /** Longer than any access token lives. */
    static final Duration KEPT = Duration.ofMinutes(20);

    private final ConcurrentMap<String, Long> revokedAtMillis;
    private final Supplier<RevocationSettings> settings;
    private final LongSupplier nanos;
    private volatile boolean everRead;
    private volatile long lastReadNanos;

    public Revocations(Supplier<RevocationSettings> settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
        Ticker ticker = nanos::getAsLong;
        this.revokedAtMillis = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .ticker(ticker)
                .<String, Long>build()
                .asMap();
    }

    /** Whether what is known here is fresh enough to go by. */
    public boolean known() {
        return everRead
                && nanos.getAsLong() - lastReadNanos <= settings.get().grace().toNanos();
    }

    /** A session is revoked for good; a user's tokens are when issued no later than the revocation. */
    public boolean revoked(String sessionMember, String userMember, long issuedAtMillis) {
        if (revokedAtMillis.isEmpty()) {
            return false;
        }
        if (revokedAtMillis.containsKey(sessionMember)) {
            return true;
        }
        Long user = revokedAtMillis.get(userMember);
        return user != null && user >= issuedAtMillis;
    }

    void add(String member, long atMillis) {
        revokedAtMillis.merge(member, atMillis, Math::max);
    }

    void read() {
        lastReadNanos = nanos.getAsLong();
        everRead = true;
    }
}
