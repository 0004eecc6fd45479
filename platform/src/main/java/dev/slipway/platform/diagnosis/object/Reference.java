package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.Service;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Secret or ConfigMap that a pod refers to in vain, as the kubelet says it.
 *
 * @param key empty when all of it is missing
 */
record Reference(String kind, String name, String key) {
    private static final Pattern KEY =
            Pattern.compile("couldn't find key (\\S+) in (Secret|ConfigMap) (?:[^/\\s]+/)?([a-z0-9.-]+)");
    private static final Pattern WHOLE =
            Pattern.compile("(?i)\\b(secret|configmap) \"(?:[^/\"]+/)?([^\"]+)\" not found");
    private static final Pattern VOLUME_KEY = Pattern.compile("references non-existent (secret|config) key: (\\S+)");
    private static final Pattern VOLUME = Pattern.compile("volume \"([^\"]+)\"");

    static Optional<Reference> in(String message) {
        return find(KEY, message)
                .map(match -> new Reference(match.group(2), match.group(3), match.group(1)))
                .or(() -> find(WHOLE, message).map(match -> new Reference(kind(match.group(1)), match.group(2), "")))
                .or(() -> find(VOLUME_KEY, message)
                        .map(match -> new Reference(kind(match.group(1)), ofVolume(message), match.group(2))));
    }

    private static Optional<MatchResult> find(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static String kind(String word) {
        return word.equalsIgnoreCase("secret") ? "Secret" : "ConfigMap";
    }

    /** The kubelet names the volume then, not the object. */
    private static String ofVolume(String message) {
        return find(VOLUME, message).map(match -> "of volume " + match.group(1)).orElse("");
    }

    Diagnosis diagnosis(Scene scene, String place, List<String> evidence) {
        String what = key.isEmpty()
                ? place + " refers to the " + kind + " " + name + ", which is not there"
                : place + " refers to the key " + key + " of the " + kind + " " + name + ", which has no such key";
        return scene.says(Cause.REFERENCE_MISSING, what, evidence, change(scene));
    }

    private String change(Scene scene) {
        var environment = scene.keys().environment();
        boolean certificate = environment.services().values().stream()
                .map(Service::expose)
                .anyMatch(expose -> expose != null && name.equals(expose.tls()));
        if (certificate) {
            return (production(environment) ? "make the TLS Secret " + name + " by hand" : makes(scene)) + ", or "
                    + scene.key("expose.tls");
        }
        if (environment.cluster() != null
                && Objects.equals(environment.cluster().imagePullSecret(), name)) {
            return "make the Secret " + name + " by hand or by --docker-config of the next apply, or "
                    + scene.keys().at("cluster.imagePullSecret");
        }
        String field = kind.equals("Secret") ? "secrets" : "environment";
        return makes(scene) + "; else " + scene.key(field);
    }

    private static String makes(Scene scene) {
        return scene.keys().apply() + " makes what it describes";
    }

    private static boolean production(Environment environment) {
        return environment.cluster() != null && environment.cluster().production();
    }
}
