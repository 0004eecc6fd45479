package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Picks the first rule that knows why. */
public final class SceneRules {
    private static final List<Function<Scene, Optional<Diagnosis>>> RULES = List.of(
            RefusedPods::of,
            scene -> perPod(scene, UnscheduledPod::of),
            scene -> perPod(scene, ContainerRules::of),
            scene -> perPod(scene, MountRule::of),
            scene -> perPod(scene, ProbeRule::of),
            ObjectRules::of);

    private SceneRules() {}

    /** Why the object is not ready; that nothing is known is an answer too. */
    public static Diagnosis of(Scene scene) {
        return RULES.stream()
                .flatMap(rule -> rule.apply(scene).stream())
                .findFirst()
                .orElseGet(() -> scene.says(
                        Cause.NOT_READY,
                        scene.readiness().reason(),
                        List.of(),
                        "wait, and look again: " + scene.keys().diagnose(scene.component())));
    }

    private static Optional<Diagnosis> perPod(Scene scene, PodRule rule) {
        return scene.pods().flatMap(pod -> rule.of(scene, pod).stream()).findFirst();
    }

    /** Knows what may be wrong with one pod. */
    @FunctionalInterface
    interface PodRule {
        Optional<Diagnosis> of(Scene scene, Pod pod);
    }
}
