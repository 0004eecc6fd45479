package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import dev.slipway.platform.readiness.Doom;
import dev.slipway.platform.readiness.Doom.Kind;
import dev.slipway.platform.readiness.DoomedPod;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A container that cannot come to work. */
final class ContainerRules {
    private ContainerRules() {}

    static Optional<Diagnosis> of(Scene scene, Pod pod) {
        return DoomedPod.find(pod).or(() -> ended(pod)).map(doom -> diagnosis(scene, pod, doom));
    }

    /** Of a pod that is not restarted, as a Job has it. */
    private static Optional<Doom> ended(Pod pod) {
        return DoomedPod.containers(pod)
                .filter(container ->
                        last(container).filter(end -> end.getExitCode() != 0).isPresent())
                .filter(container -> container.getState().getTerminated() != null)
                .map(container -> new Doom(
                        "OOMKilled".equals(container.getState().getTerminated().getReason())
                                ? Kind.OUT_OF_MEMORY
                                : Kind.CRASH,
                        container,
                        "ended with exit code "
                                + container.getState().getTerminated().getExitCode()))
                .findFirst();
    }

    /** How it ended at last. */
    static Optional<ContainerStateTerminated> last(ContainerStatus container) {
        return Optional.ofNullable(container.getState())
                .map(state -> state.getTerminated())
                .or(() -> Optional.ofNullable(container.getLastState()).map(state -> state.getTerminated()));
    }

    private static Diagnosis diagnosis(Scene scene, Pod pod, Doom doom) {
        String what = Pods.place(pod, doom.container()) + ": " + doom.what();
        return switch (doom.kind()) {
            case IMAGE ->
                scene.says(
                        Cause.IMAGE,
                        what,
                        List.of(),
                        scene.key("image") + ", or --registry and --tag; where the registry wants a sign-in, "
                                + scene.keys().at("cluster.imagePullSecret"));
            case CONFIGURATION -> configuration(scene, pod, doom, what);
            case CANNOT_RUN -> scene.says(Cause.CANNOT_RUN, what, List.of(), scene.key("image"));
            case OUT_OF_MEMORY -> outOfMemory(scene, pod, doom, what);
            case CRASH -> CrashRule.of(scene, pod, doom, what);
        };
    }

    private static Diagnosis configuration(Scene scene, Pod pod, Doom doom, String what) {
        return Reference.in(doom.what())
                .map(reference -> reference.diagnosis(scene, Pods.place(pod, doom.container()), List.of(doom.what())))
                .orElseGet(() -> scene.says(Cause.REFERENCE_MISSING, what, List.of(), scene.key("environment")));
    }

    private static Diagnosis outOfMemory(Scene scene, Pod pod, Doom doom, String what) {
        var evidence = new ArrayList<String>();
        last(doom.container())
                .ifPresent(end -> evidence.add("killed at " + end.getFinishedAt() + ", "
                        + Optional.ofNullable(doom.container().getRestartCount())
                                .orElse(0) + " restarts"));
        Pods.container(pod, doom.container().getName())
                .flatMap(container -> Optional.ofNullable(container.getResources()))
                .flatMap(resources -> Optional.ofNullable(resources.getLimits()))
                .flatMap(limits -> Optional.ofNullable(limits.get("memory")))
                .ifPresent(limit -> evidence.add("it used all of its limit of " + limit));
        evidence.addAll(scene.lastLines(pod, doom.container().getName()));
        return scene.says(Cause.OUT_OF_MEMORY, what, evidence, scene.key("memory"));
    }
}
