package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import dev.slipway.platform.diagnosis.log.LogCause;
import dev.slipway.platform.readiness.DoomedPod;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A container that runs and does not answer its probe. */
final class ProbeRule {
    private static final int SIGNALS = 128;
    private static final Pattern FORM =
            Pattern.compile("(Startup|Readiness|Liveness) probe (?:failed|errored)[^:]*: (.*)", Pattern.DOTALL);
    private static final Pattern CONTAINER = Pattern.compile("containers\\{([^}]+)\\}");

    private ProbeRule() {}

    static Optional<Diagnosis> of(Scene scene, Pod pod) {
        return DoomedPod.containers(pod)
                .filter(container -> !Boolean.TRUE.equals(container.getReady()))
                .filter(container ->
                        container.getState() != null && container.getState().getRunning() != null)
                .flatMap(container -> of(scene, pod, container).stream())
                .findFirst();
    }

    /** Ended by the kubelet, because it did not answer. */
    static Optional<Diagnosis> killed(Scene scene, Pod pod, ContainerStatus container) {
        boolean signalled = ContainerRules.last(container)
                .filter(end -> end.getExitCode() > SIGNALS)
                .isPresent();
        return signalled ? of(scene, pod, container) : Optional.empty();
    }

    private static Optional<Diagnosis> of(Scene scene, Pod pod, ContainerStatus container) {
        return scene.eventsOf(pod)
                .filter(event -> "Unhealthy".equals(event.getReason()) && about(event, container))
                .map(Event::getMessage)
                .map(Scene::text)
                .findFirst()
                .map(message -> diagnosis(scene, pod, container, message));
    }

    private static boolean about(Event event, ContainerStatus container) {
        var field = CONTAINER.matcher(Scene.text(event.getInvolvedObject().getFieldPath()));
        return !field.find() || field.group(1).equals(container.getName());
    }

    private static Diagnosis diagnosis(Scene scene, Pod pod, ContainerStatus container, String message) {
        var form = FORM.matcher(message);
        boolean known = form.find();
        String probe = known ? form.group(1).toLowerCase(Locale.ROOT) : "health";
        String what = Pods.place(pod, container) + ": its " + probe + " probe fails, last answer: "
                + (known ? form.group(2).strip() : message);
        Optional<LogCause> told =
                CrashRule.fromLog(scene, pod, container).filter(cause -> cause.cause() != Cause.FAILED_TO_START);
        var evidence = new ArrayList<String>(told.isPresent() ? List.of(what) : List.of());
        evidence.addAll(scene.lastLines(pod, container.getName()));
        return told.map(cause -> scene.says(
                        cause.cause(), cause.text(), evidence, LogRemedies.of(scene, pod, container, cause.cause())))
                .orElseGet(() -> scene.says(Cause.PROBE, what, evidence, change(scene, probe)));
    }

    private static String change(Scene scene, String probe) {
        String patch = scene.keys().at("patches") + ", for the probe itself";
        return probe.equals("startup") ? scene.key("start") + ", if it only needs longer; " + patch : patch;
    }
}
