package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import dev.slipway.platform.diagnosis.log.Evidence;
import dev.slipway.platform.diagnosis.log.LogCause;
import dev.slipway.platform.diagnosis.log.LogDiagnosis;
import dev.slipway.platform.readiness.Doom;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalInt;

/** A program that ends: its own log says most. */
final class CrashRule {
    private CrashRule() {}

    static Diagnosis of(Scene scene, Pod pod, Doom doom, String what) {
        Optional<LogCause> told = fromLog(scene, pod, doom.container());
        if (told.isPresent()) {
            var evidence = new ArrayList<String>();
            evidence.add(what);
            evidence.addAll(scene.lastLines(pod, doom.container().getName()));
            Cause cause = told.get().cause();
            return scene.says(cause, told.get().text(), evidence, LogRemedies.of(scene, pod, doom.container(), cause));
        }
        return ProbeRule.killed(scene, pod, doom.container()).orElseGet(() -> untold(scene, pod, doom, what));
    }

    private static Diagnosis untold(Scene scene, Pod pod, Doom doom, String what) {
        boolean init = Pods.isInit(pod, doom.container().getName());
        Cause cause = init ? Cause.INIT_CONTAINER : Cause.CRASH;
        return scene.says(
                cause,
                what,
                scene.lastLines(pod, doom.container().getName()),
                LogRemedies.of(scene, pod, doom.container(), cause));
    }

    /** What the container wrote about itself. */
    static Optional<LogCause> fromLog(Scene scene, Pod pod, ContainerStatus container) {
        OptionalInt exitCode = ContainerRules.last(container)
                .map(end -> OptionalInt.of(end.getExitCode()))
                .orElse(OptionalInt.empty());
        return LogDiagnosis.of(new Evidence(
                scene.component(), 0, exitCode, scene.log(pod, container.getName()), port -> Optional.empty()));
    }
}
