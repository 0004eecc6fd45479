package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The API server goes in the middle of an apply, and comes back. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class LostServerClusterIT extends OnCluster {
    private static final Duration SILENCE = Duration.ofSeconds(10);

    /** Another one needs about as long again until it answers. */
    private static final Duration ABSENCE = Duration.ofSeconds(5);

    /** The server goes as soon as there is something of it. */
    private CompletableFuture<Boolean> begun() {
        var applied = CompletableFuture.supplyAsync(() -> {
            try {
                return apply(sample());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        foreign.namespaces()
                .withName(namespace)
                .waitUntilCondition(live -> live != null, SOON.toSeconds(), TimeUnit.SECONDS);
        return applied;
    }

    @Test
    void oneThatIsSilentForTenSecondsIsWaitedFor() throws Exception {
        var applied = begun();
        TestCluster.running().silence(SILENCE);

        assertThat(applied.get()).isTrue();
        assertThat(apply(sample())).isFalse();
    }

    @Test
    void oneThatIsKilledIsWaitedForUntilAnotherTakesItsPlace() throws Exception {
        var applied = begun();
        TestCluster.running().kill(ABSENCE);

        assertThat(applied.get()).isTrue();
        assertThat(apply(sample())).isFalse();
    }
}
