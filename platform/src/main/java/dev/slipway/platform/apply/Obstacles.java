package dev.slipway.platform.apply;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.readiness.Readiness;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What keeps steps from being started, by component, so that each step is judged by looking at its own needs alone: there
 * are thousands of them.
 */
final class Obstacles {
    private static final int NONE = Integer.MAX_VALUE;

    /** The lowest rank of what is in the way of all, and of what is in the way within a component. */
    private int ofAll = NONE;

    private final Map<String, Integer> within = new HashMap<>();
    private final Set<String> unready = new HashSet<>();

    Obstacles(Collection<Step> waiting, Map<Step, Readiness> written) {
        waiting.forEach(this::waits);
        written.forEach((step, readiness) -> {
            if (!(readiness instanceof Readiness.Ready)) {
                isNotReady(step, readiness instanceof Readiness.Failed);
            }
        });
    }

    boolean hinder(Step step) {
        return ofAll < step.rank()
                || within.getOrDefault(step.component(), NONE) < step.rank()
                || step.needs().stream().anyMatch(unready::contains);
    }

    private void waits(Step step) {
        precedes(step);
        unready.add(step.component());
    }

    /** The outside address of a Service is nobody's need. */
    private void isNotReady(Step step, boolean failed) {
        if (failed || step.rank() <= KindOrder.NAMESPACE) {
            precedes(step);
        }
        if (!step.id().kind().equals("Service")) {
            unready.add(step.component());
        }
    }

    /** The foundation comes before all; of other components each minds only its own. */
    private void precedes(Step step) {
        if (step.rank() <= KindOrder.NAMESPACE || step.component().equals(Manifest.FOUNDATION)) {
            ofAll = Math.min(ofAll, step.rank());
        } else {
            within.merge(step.component(), step.rank(), Math::min);
        }
    }
}
