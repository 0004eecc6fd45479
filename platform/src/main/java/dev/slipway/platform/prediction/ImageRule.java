package dev.slipway.platform.prediction;

import dev.slipway.platform.doctor.Finding;
import dev.slipway.platform.lint.Subject;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.readiness.Doom;
import dev.slipway.platform.readiness.DoomedPod;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Images that a node has tried to pull for a pod of the environment, in vain. That is known of the past alone: since then
 * somebody may have pushed one, so it is a warning.
 */
final class ImageRule {
    private ImageRule() {}

    static Stream<Finding> of(Facts facts) {
        Map<String, String> components = components(facts);
        var findings = new LinkedHashMap<String, Finding>();
        for (Pod pod : facts.pods()) {
            DoomedPod.find(pod)
                    .filter(doom -> doom.kind() == Doom.Kind.IMAGE)
                    .filter(doom -> components.containsKey(doom.container().getImage()))
                    .ifPresent(doom ->
                            findings.putIfAbsent(doom.container().getImage(), finding(facts, pod, doom, components)));
        }
        return findings.values().stream();
    }

    private static Finding finding(Facts facts, Pod pod, Doom doom, Map<String, String> components) {
        String component = components.getOrDefault(doom.container().getImage(), "");
        return Finding.warning(
                "images",
                doom.what() + ", as of pod " + pod.getMetadata().getName(),
                "push it, else " + facts.keys().of(component, "image"));
    }

    /** Image → a component that is to run it. */
    private static Map<String, String> components(Facts facts) {
        var components = new HashMap<String, String>();
        for (Manifest manifest : facts.manifests().manifests()) {
            containers(manifest)
                    .filter(container -> container.getImage() != null)
                    .forEach(container -> components.putIfAbsent(container.getImage(), manifest.component()));
        }
        return components;
    }

    private static Stream<Container> containers(Manifest manifest) {
        return new Subject(manifest.object())
                .template().stream()
                        .flatMap(template -> Stream.concat(
                                template.getSpec().getContainers().stream(),
                                template.getSpec().getInitContainers().stream()));
    }
}
