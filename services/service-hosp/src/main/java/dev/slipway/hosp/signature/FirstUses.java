package dev.slipway.hosp.signature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.hosp.setting.HospitalKeys;
import dev.slipway.security.signature.Nonces;
import java.time.Duration;

/**
 * Takes note of the first use of each key. A nonce is claimed only for a request whose signature was right, so whoever
 * claims one has the key.
 */
final class FirstUses implements Nonces {
    private static final int KEYS = 10_000;

    private final HospitalKeys keys;
    private final Nonces nonces;
    private final Cache<String, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(KEYS)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    FirstUses(HospitalKeys keys, Nonces nonces) {
        this.keys = keys;
        this.nonces = nonces;
    }

    @Override
    public boolean claim(String keyId, String nonce, Duration kept) {
        boolean claimed = nonces.claim(keyId, nonce, kept);
        if (claimed && noted.getIfPresent(keyId) == null) {
            keys.used(keyId);
            noted.put(keyId, true);
        }
        return claimed;
    }
}
