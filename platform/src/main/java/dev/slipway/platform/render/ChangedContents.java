package dev.slipway.platform.render;

import dev.slipway.platform.lint.Subject;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.render.part.Checksum;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** ConfigMaps that patches have changed: the pods that use one get a new form, as by a change of the description. */
record ChangedContents(Map<String, String> checksums) {
    static ChangedContents between(List<Manifest> rendered, List<Manifest> patched) {
        var checksums = new TreeMap<String, String>();
        for (int i = 0; i < patched.size(); i++) {
            if (patched.get(i).object() instanceof ConfigMap now
                    && rendered.get(i).object() instanceof ConfigMap before
                    && !Objects.equals(before.getData(), now.getData())) {
                checksums.put(
                        id(now.getMetadata().getNamespace(), now.getMetadata().getName()),
                        Checksum.of(Objects.requireNonNullElse(now.getData(), Map.of())));
            }
        }
        return new ChangedContents(checksums);
    }

    private static String id(String namespace, String name) {
        return namespace + "/" + name;
    }

    void mark(List<Manifest> manifests) {
        for (Manifest manifest : manifests) {
            String namespace = manifest.object().getMetadata().getNamespace();
            new Subject(manifest.object()).template().ifPresent(template -> mark(template, namespace));
        }
    }

    /** The former checksum counts too: it may be of another ConfigMap. */
    private void mark(PodTemplateSpec template, String namespace) {
        var used = new TreeMap<String, String>();
        used(template.getSpec())
                .map(name -> id(namespace, name))
                .filter(checksums::containsKey)
                .forEach(id -> used.put(id, Objects.requireNonNull(checksums.get(id))));
        if (!used.isEmpty()) {
            var annotations = new TreeMap<>(
                    Objects.requireNonNullElse(template.getMetadata().getAnnotations(), Map.of()));
            used.put("", annotations.getOrDefault(Checksum.ANNOTATION, ""));
            annotations.put(Checksum.ANNOTATION, Checksum.of(used));
            template.getMetadata().setAnnotations(annotations);
        }
    }

    private static Stream<String> used(PodSpec pod) {
        return Stream.concat(
                pod.getVolumes().stream()
                        .filter(volume -> volume.getConfigMap() != null)
                        .map(volume -> volume.getConfigMap().getName()),
                Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                        .flatMap(ChangedContents::used));
    }

    private static Stream<String> used(Container container) {
        return Stream.concat(
                container.getEnvFrom().stream()
                        .filter(from -> from.getConfigMapRef() != null)
                        .map(from -> from.getConfigMapRef().getName()),
                container.getEnv().stream()
                        .map(EnvVar::getValueFrom)
                        .filter(from -> from != null && from.getConfigMapKeyRef() != null)
                        .map(from -> from.getConfigMapKeyRef().getName()));
    }
}
