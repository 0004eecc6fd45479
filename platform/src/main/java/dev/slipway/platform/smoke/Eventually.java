package dev.slipway.platform.smoke;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Looks again until it is so: what is told by messages lags behind. */
record Eventually(Clock clock) {
    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** What is still missing, in words; null when nothing is. */
    interface Look {
        @Nullable
        String missing() throws IOException, InterruptedException, StepFailed;
    }

    void hold(Look look) throws IOException, InterruptedException, StepFailed {
        Instant end = clock.instant().plus(WITHIN);
        String missing = look.missing();
        while (missing != null) {
            if (clock.instant().isAfter(end)) {
                throw new StepFailed(missing + " after " + WITHIN.toSeconds() + " s");
            }
            Thread.sleep(PAUSE.toMillis());
            missing = look.missing();
        }
    }
}
