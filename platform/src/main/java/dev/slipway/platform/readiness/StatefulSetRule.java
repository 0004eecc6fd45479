package dev.slipway.platform.readiness;

import static dev.slipway.platform.readiness.ReadinessRules.orZero;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All pods are ready, and those that the partition leaves to the rollout are of the newest form. */
final class StatefulSetRule {
    private static final String REVISION = "controller-revision-hash";

    private StatefulSetRule() {}

    static Readiness of(StatefulSet set, Around around) {
        StatefulSetStatus status = Objects.requireNonNullElseGet(set.getStatus(), StatefulSetStatus::new);
        if (ReadinessRules.outdated(set, status.getObservedGeneration())) {
            return Readiness.progressing("not noticed yet");
        }
        int desired = set.getSpec().getReplicas() == null ? 1 : set.getSpec().getReplicas();
        List<Pod> pods = around.podsOf(set);
        if (orZero(status.getReplicas()) == desired && settled(set.getSpec(), status, desired)) {
            return Readiness.ready();
        }
        return doomed(pods, status)
                .map(Readiness::failed)
                .orElseGet(() -> Readiness.progressing(progress(set.getSpec(), status, desired, pods)));
    }

    private static boolean settled(StatefulSetSpec spec, StatefulSetStatus status, int desired) {
        boolean ready = orZero(status.getReadyReplicas()) == desired;
        if (onDelete(spec)) {
            return ready; // whoever deletes a pod decides when it gets the new form
        }
        int partition = partition(spec);
        boolean updated = orZero(status.getUpdatedReplicas()) >= desired - partition
                || Objects.equals(status.getCurrentRevision(), status.getUpdateRevision());
        boolean agreed = partition > 0 || Objects.equals(status.getCurrentRevision(), status.getUpdateRevision());
        return ready && updated && agreed;
    }

    private static boolean onDelete(StatefulSetSpec spec) {
        return spec.getUpdateStrategy() != null
                && "OnDelete".equals(spec.getUpdateStrategy().getType());
    }

    private static int partition(StatefulSetSpec spec) {
        var strategy = spec.getUpdateStrategy();
        return strategy == null || strategy.getRollingUpdate() == null
                ? 0
                : orZero(strategy.getRollingUpdate().getPartition());
    }

    /** A pod of a former form is replaced; one of the newest form stays as it is. */
    private static Optional<String> doomed(List<Pod> pods, StatefulSetStatus status) {
        return pods.stream()
                .filter(pod -> status.getUpdateRevision() == null
                        || status.getUpdateRevision()
                                .equals(pod.getMetadata().getLabels().get(REVISION)))
                .map(DoomedPod::reason)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String progress(StatefulSetSpec spec, StatefulSetStatus status, int desired, List<Pod> pods) {
        int ready = orZero(status.getReadyReplicas());
        if (ready < desired || onDelete(spec)) {
            return ready + " of " + desired + " pods are ready" + PodProgress.hint(pods);
        }
        return orZero(status.getUpdatedReplicas()) + " of " + (desired - partition(spec)) + " pods are of the new form"
                + PodProgress.hint(pods);
    }
}
