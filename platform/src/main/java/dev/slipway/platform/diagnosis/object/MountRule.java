package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A pod on its node whose volumes do not come: a claim, a server, a Secret or a ConfigMap is missing. */
final class MountRule {
    private static final Set<String> REASONS = Set.of("FailedMount", "FailedAttachVolume");

    private MountRule() {}

    static Optional<Diagnosis> of(Scene scene, Pod pod) {
        if (pod.getStatus() == null || !"Pending".equals(pod.getStatus().getPhase())) {
            return Optional.empty();
        }
        return ClaimWait.of(scene, pod).or(() -> scene.eventsOf(pod)
                .filter(event -> REASONS.contains(event.getReason()))
                .map(Event::getMessage)
                .map(Scene::text)
                .findFirst()
                .map(message -> diagnosis(scene, pod, message)));
    }

    private static Diagnosis diagnosis(Scene scene, Pod pod, String message) {
        String place = "pod " + pod.getMetadata().getName();
        return Reference.in(message)
                .map(reference -> reference.diagnosis(scene, place, List.of(message)))
                .orElseGet(() -> scene.says(
                        Cause.VOLUME,
                        place + " does not get its volume",
                        List.of(message),
                        scene.keys().at("cluster.volumes") + ", or the server that it is on"));
    }
}
