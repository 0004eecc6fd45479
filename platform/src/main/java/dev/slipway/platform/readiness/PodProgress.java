package dev.slipway.platform.readiness;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.List;
import java.util.Optional;

/** What pods that may still come to work are waiting for. */
final class PodProgress {
    private PodProgress() {}

    /** {@code "; …"} about the first pod that tells something, or nothing. */
    static String hint(List<Pod> pods) {
        return pods.stream()
                .map(PodProgress::hint)
                .flatMap(Optional::stream)
                .findFirst()
                .map("; "::concat)
                .orElse("");
    }

    private static Optional<String> hint(Pod pod) {
        String name = "pod " + pod.getMetadata().getName() + " ";
        return DoomedPod.reason(pod)
                .or(() -> unscheduled(pod).map(name::concat))
                .or(() -> waiting(pod).map(name::concat));
    }

    private static Optional<String> unscheduled(Pod pod) {
        return conditions(pod).stream()
                .filter(condition ->
                        condition.getType().equals("PodScheduled") && "Unschedulable".equals(condition.getReason()))
                .map(condition -> "finds no node: " + condition.getMessage())
                .findFirst();
    }

    private static Optional<String> waiting(Pod pod) {
        Optional<String> container = DoomedPod.containers(pod)
                .filter(status -> status.getState() != null
                        && status.getState().getWaiting() != null
                        && status.getState().getWaiting().getReason() != null)
                .map(status -> "waits: " + status.getState().getWaiting().getReason())
                .findFirst();
        return container.or(() -> conditions(pod).stream()
                .filter(condition -> condition.getType().equals("Ready")
                        && condition.getStatus().equals("False"))
                .map(condition -> "runs and is not ready yet")
                .findFirst());
    }

    private static List<PodCondition> conditions(Pod pod) {
        return pod.getStatus() == null ? List.of() : pod.getStatus().getConditions();
    }
}
