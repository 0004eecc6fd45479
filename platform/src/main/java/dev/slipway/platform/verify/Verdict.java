package dev.slipway.platform.verify;

import java.util.List;

/**
 * What was found.
 *
 * @param violations by subject
 * @param waiting events that no broker has taken
 * @param appointments how many were judged, and so the others
 */
public record Verdict(List<Violation> violations, long waiting, int appointments, int payments, int schedules) {
    public Verdict {
        violations = List.copyOf(violations);
    }

    /** All agrees, and nothing waits that could change it. */
    public boolean ok() {
        return violations.isEmpty() && waiting == 0;
    }
}
