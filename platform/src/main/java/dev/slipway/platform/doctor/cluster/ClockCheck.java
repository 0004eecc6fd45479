package dev.slipway.platform.doctor.cluster;

import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * This machine's clock against the API server's, on which it depends who holds the lease.
 *
 * @param ahead how far this one is ahead, negative when behind; empty when the server does not tell its time
 */
public record ClockCheck(Optional<Duration> ahead) implements Check {
    private static final String NAME = "clock";
    private static final String FIX = "set the clocks by NTP";

    /** The server tells whole seconds, some time after it was asked. */
    private static final Duration USUAL = Duration.ofSeconds(3);

    /** More than this, and a lease that is held looks as if it had run out. */
    private static final Duration MOST = Duration.ofSeconds(20);

    @Override
    public List<Finding> look() {
        if (ahead.isEmpty()) {
            return List.of(Finding.warning(NAME, "the API server does not tell its time", FIX));
        }
        Duration distance = ahead.get().abs();
        String found = "this machine is " + distance.toSeconds() + " s "
                + (ahead.get().isNegative() ? "behind" : "ahead of") + " the API server";
        if (distance.compareTo(MOST) > 0) {
            return List.of(Finding.problem(NAME, found, FIX));
        }
        return distance.compareTo(USUAL) > 0
                ? List.of(Finding.warning(NAME, found, FIX))
                : List.of(Finding.ok(NAME, "agrees with the API server's"));
    }
}
