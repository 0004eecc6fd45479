package dev.slipway.platform.readiness;

import static dev.slipway.platform.readiness.ReadinessRules.orZero;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentStatus;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All pods are of the newest form, available and ready, and none of an older form is left. */
final class DeploymentRule {
    private static final String REVISION = "deployment.kubernetes.io/revision";

    private DeploymentRule() {}

    static Readiness of(Deployment deployment, Around around) {
        DeploymentStatus status = Objects.requireNonNullElseGet(deployment.getStatus(), DeploymentStatus::new);
        if (ReadinessRules.outdated(deployment, status.getObservedGeneration())) {
            return Readiness.progressing("not noticed yet");
        }
        int desired = deployment.getSpec().getReplicas() == null
                ? 1
                : deployment.getSpec().getReplicas();
        int updated = orZero(status.getUpdatedReplicas());
        List<Pod> newest = newestPods(deployment, around);
        if (updated >= desired && orZero(status.getReplicas()) == updated && settled(status, desired)) {
            return Readiness.ready();
        }
        return doomed(newest, desired)
                .or(() -> deadline(status))
                .map(Readiness::failed)
                .orElseGet(() -> Readiness.progressing(progress(status, desired, updated, newest)));
    }

    private static boolean settled(DeploymentStatus status, int desired) {
        return orZero(status.getAvailableReplicas()) >= desired && orZero(status.getReadyReplicas()) >= desired;
    }

    /** One pod that works shows that the form can work; only when none can, waiting is in vain. */
    private static Optional<String> doomed(List<Pod> newest, int desired) {
        List<String> reasons =
                newest.stream().map(DoomedPod::reason).flatMap(Optional::stream).toList();
        boolean all = desired > 0 && !reasons.isEmpty() && reasons.size() == newest.size();
        return all ? Optional.of(reasons.get(0)) : Optional.empty();
    }

    private static Optional<String> deadline(DeploymentStatus status) {
        return status.getConditions().stream()
                .filter(condition -> condition.getType().equals("Progressing")
                        && condition.getStatus().equals("False"))
                .map(condition -> "progress deadline exceeded: " + condition.getMessage())
                .findFirst();
    }

    private static List<Pod> newestPods(Deployment deployment, Around around) {
        String revision = revision(deployment.getMetadata().getAnnotations());
        return around.replicaSetsOf(deployment).stream()
                .filter(set -> revision.equals(revision(set.getMetadata().getAnnotations())))
                .flatMap((ReplicaSet set) -> around.podsOf(set).stream())
                .toList();
    }

    private static String revision(@Nullable Map<String, String> annotations) {
        return annotations == null ? "" : annotations.getOrDefault(REVISION, "");
    }

    private static String progress(DeploymentStatus status, int desired, int updated, List<Pod> newest) {
        if (updated < desired) {
            return refused(status).orElse(updated + " of " + desired + " pods are of the new form");
        }
        int old = orZero(status.getReplicas()) - updated;
        if (old > 0) {
            return old + " pods of the former form are left";
        }
        return orZero(status.getAvailableReplicas()) + " of " + desired + " pods are available"
                + PodProgress.hint(newest);
    }

    /** What keeps the ReplicaSet from making pods: a quota, a policy. */
    private static Optional<String> refused(DeploymentStatus status) {
        return status.getConditions().stream()
                .filter(condition -> condition.getType().equals("ReplicaFailure")
                        && condition.getStatus().equals("True"))
                .map(condition -> "pods are refused: " + condition.getMessage())
                .findFirst();
    }
}
