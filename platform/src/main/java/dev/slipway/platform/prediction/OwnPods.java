package dev.slipway.platform.prediction;

import dev.slipway.platform.lint.Subject;
import dev.slipway.platform.manifest.Manifests;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells the pods of an environment from those of others.
 *
 * @param labels of the pods of each of its workloads
 */
public record OwnPods(String namespace, List<Map<String, String>> labels) {
    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    /** By the labels that workloads know their pods by; a Job knows its own by none of the description. */
    public static OwnPods of(Manifests manifests) {
        return new OwnPods(
                manifests.namespace(),
                manifests.manifests().stream()
                        .map(manifest -> new Subject(manifest.object()))
                        .map(subject -> subject.selector().isEmpty() ? subject.podLabels() : subject.selector())
                        .filter(labels -> !labels.isEmpty())
                        .toList());
    }

    /** The pods of others that have not ended. */
    public List<Pod> others(List<Pod> pods) {
        return pods.stream()
                .filter(pod -> pod.getStatus() == null
                        || !ENDED.contains(String.valueOf(pod.getStatus().getPhase())))
                .filter(pod -> labels.stream().noneMatch(wanted -> matches(pod, wanted)))
                .toList();
    }

    private boolean matches(Pod pod, Map<String, String> wanted) {
        var has = pod.getMetadata().getLabels();
        String where = pod.getMetadata().getNamespace();
        return (where == null || where.equals(namespace))
                && has != null
                && has.entrySet().containsAll(wanted.entrySet());
    }
}
