package dev.slipway.user.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The key this instance signs with, looked up again after a short while, so that a rotation elsewhere is followed. */
@Component
public class CurrentTokenKey implements ApplicationRunner {
    private static final Duration LOOKED_UP_EVERY = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(CurrentTokenKey.class);

    private final TokenKeys keys;
    private final TokenKeyRotation rotation;
    private final Clock clock;
    private volatile @Nullable Known known;

    CurrentTokenKey(TokenKeys keys, TokenKeyRotation rotation, Clock clock) {
        this.keys = keys;
        this.rotation = rotation;
        this.clock = clock;
    }

    /** Never older than {@link TokenKeyRotation#OVERLAP}, however long the database was away. */
    TokenKey get() {
        Known current = known;
        Instant now = clock.instant();
        if (current != null && now.isBefore(current.at().plus(LOOKED_UP_EVERY))) {
            return current.key();
        }
        TokenKey key = keys.newest().orElseGet(rotation::rotateIfOld);
        known = new Known(key, now);
        return key;
    }

    /** Replaces the key; from now on this instance signs with the new one. */
    public TokenKey rotate() {
        TokenKey key = rotation.rotate();
        known = new Known(key, clock.instant());
        return key;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        rotation.rotateIfOld();
    }

    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void rotateIfOld() {
        try {
            rotation.rotateIfOld();
        } catch (DataAccessException away) {
            LOG.warn("The age of the signing key could not be checked: {}", away.toString());
        }
    }

    private record Known(TokenKey key, Instant at) {}
}
