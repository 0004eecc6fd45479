package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Readiness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolloutTests {
    @TempDir
    Path folder;

    private volatile Instant now = Instant.EPOCH;
    private final InstantSource moving = () -> now;
    private final Clock clock = moving.withZone(ZoneOffset.UTC);

    @Test
    void writingIsNoLooking() throws IOException, InterruptedException {
        var slow = new Step(new ObjectId("v1", "Secret", "ns", "s"), "api", Set.of(), Action.CREATE, () -> {
            now = now.plusSeconds(4);
            return Step.Outcome.unwritten(Readiness.ready());
        });

        try (var cluster = Nowhere.in(folder);
                var lookout = new Lookout(cluster, "dev-ol");
                var parallel = new Parallel()) {
            var rollout = new Rollout(List.of(slow), lookout, new SecondChance(cluster, clock), event -> {});

            assertThat(rollout.advance(parallel, clock)).isEqualTo(Duration.ZERO);
            assertThat(rollout.successful()).isTrue();
        }
    }
}
