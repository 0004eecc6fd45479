package dev.slipway.platform.prediction;

import dev.slipway.platform.lint.Subject;
import dev.slipway.platform.manifest.Manifests;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the pods of an environment, with its add-ons, from those of others. */
public record OwnPods(List<Own> workloads) {
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    /** Where the pods of one workload are, and which labels they have. */
    record Own(String namespace, Map<String, String> labels) {
        static Own of(Subject subject) {
            return new Own(
                    subject.namespace(), subject.selector().isEmpty() ? subject.podLabels() : subject.selector());
        }

        boolean owns(Pod pod) {
            var has = pod.getMetadata().getLabels();
            return namespace.equals(pod.getMetadata().getNamespace())
                    && has != null
                    && has.entrySet().containsAll(labels.entrySet());
        }
    }

    /** By the labels that workloads know their pods by; a Job knows its own by none of the description. */
    public static OwnPods of(Manifests manifests) {
        return new OwnPods(manifests.manifests().stream()
                .map(manifest -> Own.of(new Subject(manifest.object())))
                .filter(own -> !own.labels().isEmpty())
                .toList());
    }

    /** The pods of others that have not ended. */
    public List<Pod> others(List<Pod> pods) {
        return pods.stream()
                .filter(pod -> pod.getStatus() == null
                        || !ENDED.contains(String.valueOf(pod.getStatus().getPhase())))
                .filter(pod -> workloads.stream().noneMatch(own -> own.owns(pod)))
                .toList();
    }
}
