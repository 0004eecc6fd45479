package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import dev.slipway.platform.readiness.Readiness;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Optional;

/** Objects without pods. */
final class ObjectRules {
    private ObjectRules() {}

    static Optional<Diagnosis> of(Scene scene) {
        if (scene.object() instanceof PersistentVolumeClaim claim) {
            return Optional.of(ClaimWait.of(scene, claim));
        }
        if (scene.object() instanceof Ingress && scene.readiness() instanceof Readiness.Failed failed) {
            List<String> there = scene.around().ingressClasses().stream()
                    .map(candidate -> candidate.getMetadata().getName())
                    .toList();
            return Optional.of(scene.says(
                    Cause.CLASS_MISSING,
                    failed.reason(),
                    List.of("there " + (there.isEmpty() ? "are none" : "is " + String.join(", ", there))),
                    scene.keys().at("cluster.ingressClass")));
        }
        return Optional.empty();
    }
}
