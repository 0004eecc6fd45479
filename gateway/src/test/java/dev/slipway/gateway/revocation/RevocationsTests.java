package dev.slipway.gateway.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RevocationsTests {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final Revocations revocations = new Revocations(
            () -> new RevocationSettings(Duration.ofMillis(250), Duration.ofMillis(400), Duration.ofSeconds(10)),
            nanos::get);

    @Test
    void nothingIsKnownBeforeTheFirstRead() {
        assertThat(revocations.known()).isFalse();
    }

    @Test
    void whatIsKnownHoldsForTheGraceAndNoLonger() {
        revocations.read();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(revocations.known()).isTrue();
        nanos.incrementAndGet();
        assertThat(revocations.known()).isFalse();
        revocations.read();
        assertThat(revocations.known()).isTrue();
    }

    @Test
    void aUsersTokensAreDeadWhenIssuedUpToTheRevocation() {
        revocations.add("user:u", 5000);
        assertThat(revocations.revoked("session:s", "user:u", 5000)).isTrue();
        assertThat(revocations.revoked("session:s", "user:u", 5001)).isFalse();
        assertThat(revocations.revoked("session:s", "user:v", 5000)).isFalse();
        revocations.add("user:u", 4000);
        assertThat(revocations.revoked("session:s", "user:u", 5000))
                .as("read again late")
                .isTrue();
    }

    @Test
    void aSessionIsDeadWheneverItsTokensWereIssuedAndIsForgottenAfterThem() {
        revocations.add("session:s", 5000);
        assertThat(revocations.revoked("session:s", "user:u", 9_000_000)).isTrue();
        nanos.addAndGet(Revocations.KEPT.toNanos() + 1);
        assertThat(revocations.revoked("session:s", "user:u", 9_000_000)).isFalse();
    }
}
