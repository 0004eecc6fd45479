package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pods that the API server does not let their controller make; the controller says so in an event. */
final class RefusedPods {
    private static final Pattern SAFETY = Pattern.compile("violates PodSecurity \"([^\"]+)\": (.*)", Pattern.DOTALL);
    private static final Pattern BEFORE = Pattern.compile("^create Pod \\S+ in \\w+ \\S+ failed error: ");

    private RefusedPods() {}

    static Optional<Diagnosis> of(Scene scene) {
        return scene.owners()
                .filter(owner -> lacksPods(scene, owner))
                .flatMap(scene::eventsOf)
                .filter(event -> "FailedCreate".equals(event.getReason()))
                .map(Event::getMessage)
                .findFirst()
                .map(message -> diagnosis(scene, BEFORE.matcher(message).replaceFirst("")));
    }

    /** What was refused an hour ago is told still; what is there now was not refused. */
    private static boolean lacksPods(Scene scene, HasMetadata owner) {
        return scene.pods().findAny().isEmpty() || scene.readiness().reason().contains("refused") || hasTooFew(owner);
    }

    private static boolean hasTooFew(HasMetadata owner) {
        return Replicas.wanted(owner) > Replicas.there(owner);
    }

    private static Diagnosis diagnosis(Scene scene, String message) {
        var quota = QuotaRefusal.in(message);
        if (quota.isPresent()) {
            return quota.get().diagnosis(scene);
        }
        var safety = SAFETY.matcher(message);
        return safety.find()
                ? scene.says(
                        Cause.POD_SECURITY,
                        "its pods break the rules of the level " + safety.group(1),
                        List.of(safety.group(2)),
                        scene.keys().at("namespace.podSecurity") + ", or the field that is named, by "
                                + scene.keys().at("patches"))
                : scene.says(
                        Cause.POD_REFUSED,
                        "its pods are refused: " + message,
                        List.of(),
                        scene.keys().at("patches") + ", for the field that is named");
    }
}
