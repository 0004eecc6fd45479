package dev.slipway.platform.readiness;

import static dev.slipway.platform.readiness.ReadinessRules.orZero;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A ready pod of the newest form on every node that is meant. */
final class DaemonSetRule {
    private DaemonSetRule() {}

    static Readiness of(DaemonSet set, Around around) {
        DaemonSetStatus status = Objects.requireNonNullElseGet(set.getStatus(), DaemonSetStatus::new);
        if (ReadinessRules.outdated(set, status.getObservedGeneration())) {
            return Readiness.progressing("not noticed yet");
        }
        int desired = orZero(status.getDesiredNumberScheduled());
        if (orZero(status.getNumberAvailable()) >= desired
                && orZero(status.getNumberReady()) >= desired
                && (onDelete(set) || orZero(status.getUpdatedNumberScheduled()) >= desired)) {
            return Readiness.ready();
        }
        List<Pod> pods = around.podsOf(set);
        return pods.stream()
                .map(DoomedPod::reason)
                .flatMap(Optional::stream)
                .findFirst()
                .map(Readiness::failed)
                .orElseGet(() -> Readiness.progressing(orZero(status.getNumberReady()) + " of " + desired
                        + " pods are ready, " + orZero(status.getUpdatedNumberScheduled()) + " are of the new form"
                        + PodProgress.hint(pods)));
    }

    private static boolean onDelete(DaemonSet set) {
        return set.getSpec().getUpdateStrategy() != null
                && "OnDelete".equals(set.getSpec().getUpdateStrategy().getType());
    }
}
