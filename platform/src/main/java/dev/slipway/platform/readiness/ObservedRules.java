package dev.slipway.platform.readiness;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import java.util.Objects;

/** Kinds that are ready as soon as their controller has noticed them as they are now. */
final class ObservedRules {
    private ObservedRules() {}

    static Readiness budget(PodDisruptionBudget budget) {
        return noticed(!ReadinessRules.outdated(
                budget, budget.getStatus() == null ? null : budget.getStatus().getObservedGeneration()));
    }

    /** Its controller looks at times of its own, and need not say at what. */
    static Readiness scaler(HorizontalPodAutoscaler scaler) {
        Long observed = scaler.getStatus() == null ? null : scaler.getStatus().getObservedGeneration();
        return noticed(observed == null || !ReadinessRules.outdated(scaler, observed));
    }

    /** Until it is counted, the API server refuses all pods that it is about: "status unknown for quota". */
    static Readiness quota(ResourceQuota quota) {
        Map<String, Quantity> counted =
                quota.getStatus() == null ? null : quota.getStatus().getHard();
        Map<String, Quantity> wanted =
                Objects.requireNonNullElse(quota.getSpec().getHard(), Map.of());
        return noticed(wanted.equals(Objects.requireNonNullElse(counted, Map.of())));
    }

    private static Readiness noticed(boolean noticed) {
        return noticed ? Readiness.ready() : Readiness.progressing("not noticed yet");
    }
}
