package dev.slipway.user.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Replaces the signing key: on demand, or when it is old. Instances take turns, so that each age makes one key. */
@Component
class TokenKeyRotation {
    /** How long another instance may go on signing with a replaced key, with a wide margin. */
    static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(TokenKeyRotation.class);

    private final TokenKeys keys;
    private final TokenSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TokenKeyRotation(TokenKeys keys, TokenSettings settings, TransactionTemplate transaction, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A new key, published and in use from now on; what the old one signed stays good. */
    TokenKey rotate() {
        return replaceIf(newest -> true);
    }

    /** The newest key, replaced before when it is older than the settings allow. */
    TokenKey rotateIfOld() {
        Instant oldest = clock.instant().minus(settings.keyAge());
        return replaceIf(newest -> newest.createdAt().isBefore(oldest));
    }

    private TokenKey replaceIf(Predicate<TokenKey> due) {
        return Objects.requireNonNull(transaction.execute(status -> {
            keys.takeTurn();
            return keys.newest().filter(due.negate()).orElseGet(this::replace);
        }));
    }

    private TokenKey replace() {
        TokenKey key = generate();
        keys.add(key);
        keys.expireAllBut(key, key.createdAt().plus(settings.accessLifetime()).plus(OVERLAP));
        LOG.info("New signing key {}", key.id());
        return key;
    }

    private TokenKey generate() {
        try {
            return new TokenKey(
                    new ECKeyGenerator(Curve.P_256)
                            .keyUse(KeyUse.SIGNATURE)
                            .algorithm(JWSAlgorithm.ES256)
                            .keyIDFromThumbprint(true)
                            .generate(),
                    clock.instant());
        } catch (JOSEException noCurve) {
            throw new IllegalStateException(noCurve);
        }
    }
}
