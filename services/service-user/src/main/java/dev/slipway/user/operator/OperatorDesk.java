package dev.slipway.user.operator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Checks operators' passwords, at the same cost for a name that does not exist. */
@Component
public class OperatorDesk {
    private static final int HASHES_AT_ONCE = 2;
    /** About a second's worth: each call that waits takes one of those the gateway lets into the whole service. */
    private static final int MOST_WAITING = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Operators operators;
    private final OperatorAttempts attempts;
    private final PasswordEncoder passwords;
    private final Clock clock;
    private final String nobodysHash;
    /** The hash is slow on purpose: guesses may not take all processors. */
    private final Semaphore turns = new Semaphore(HASHES_AT_ONCE, true);

    OperatorDesk(Operators operators, OperatorAttempts attempts, PasswordEncoder passwords, Clock clock) {
        this.operators = operators;
        this.attempts = attempts;
        this.passwords = passwords;
        this.clock = clock;
        this.nobodysHash = passwords.encode("a password that no operator has");
    }

    public Check check(String username, String password) {
        if (!turn()) {
            return new Check.Busy();
        }
        try {
            return compare(username, password);
        } finally {
            turns.release();
        }
    }

    private boolean turn() {
        try {
            return turns.getQueueLength() < MOST_WAITING
                    && turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Check compare(String username, String password) {
        Optional<Instant> lockedUntil = attempts.begin(username);
        if (lockedUntil.isPresent()) {
            return new Check.LockedOut(Duration.between(clock.instant(), lockedUntil.get()));
        }
        Optional<Operator> operator = operators.named(username);
        boolean right =
                passwords.matches(password, operator.map(Operator::passwordHash).orElse(nobodysHash));
        if (operator.isEmpty() || !right) {
            return new Check.Wrong();
        }
        attempts.succeeded(username);
        return new Check.Right(operator.get());
    }

    /** What a password proved. */
    public sealed interface Check {
        record Right(Operator operator) implements Check {}

        record Wrong() implements Check {}

        record LockedOut(Duration retryAfter) implements Check {}

        /** Nothing was looked at, and nothing counted, whichever the name: too many are being checked. */
        record Busy() implements Check {}
    }
}
