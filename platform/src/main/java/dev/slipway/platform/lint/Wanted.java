package dev.slipway.platform.lint;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A Secret or ConfigMap that a pod cannot do without, and the keys of it that are asked for by name. */
record Wanted(String name, Collection<String> keys) {
    Stream<String> fault(String kind, Optional<Set<String>> there) {
        if (there.isEmpty()) {
            return Stream.of("refers to the " + kind + " " + name + ", which nobody makes");
        }
        return keys.stream()
                .filter(key -> !there.get().contains(key))
                .map(key -> "refers to the key " + key + " of the " + kind + " " + name + ", which has "
                        + there.get().stream().sorted().toList());
    }

    static Stream<Wanted> secrets(PodSpec pod) {
        Stream<Wanted> volumes = pod.getVolumes().stream().flatMap(Wanted::secret);
        Stream<Wanted> pulled =
                pod.getImagePullSecrets().stream().map(secret -> new Wanted(secret.getName(), List.of()));
        Stream<Wanted> variables = containers(pod)
                .flatMap(container -> Stream.concat(
                        container.getEnv().stream().flatMap(Wanted::secret),
                        container.getEnvFrom().stream()
                                .flatMap(source -> Stream.ofNullable(source.getSecretRef()))
                                .filter(all -> needed(all.getOptional()))
                                .map(all -> new Wanted(all.getName(), List.of()))));
        return Stream.of(volumes, pulled, variables).flatMap(all -> all);
    }

    static Stream<Wanted> configMaps(PodSpec pod) {
        Stream<Wanted> volumes = pod.getVolumes().stream().flatMap(Wanted::configMap);
        Stream<Wanted> variables = containers(pod)
                .flatMap(container -> Stream.concat(
                        container.getEnv().stream().flatMap(Wanted::configMap),
                        container.getEnvFrom().stream()
                                .flatMap(source -> Stream.ofNullable(source.getConfigMapRef()))
                                .filter(all -> needed(all.getOptional()))
                                .map(all -> new Wanted(all.getName(), List.of()))));
        return Stream.concat(volumes, variables);
    }

    private static Stream<Container> containers(PodSpec pod) {
        return Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream());
    }

    private static boolean needed(Boolean optional) {
        return !Boolean.TRUE.equals(optional);
    }

    private static Stream<VolumeProjection> projected(Volume volume) {
        return Stream.ofNullable(volume.getProjected()).flatMap(all -> all.getSources().stream());
    }

    private static Stream<Wanted> secret(Volume volume) {
        return Stream.concat(
                Stream.ofNullable(volume.getSecret())
                        .filter(whole -> needed(whole.getOptional()))
                        .map(whole -> new Wanted(whole.getSecretName(), keys(whole.getItems()))),
                projected(volume)
                        .flatMap(source -> Stream.ofNullable(source.getSecret()))
                        .filter(part -> needed(part.getOptional()))
                        .map(part -> new Wanted(part.getName(), keys(part.getItems()))));
    }

    private static Stream<Wanted> configMap(Volume volume) {
        return Stream.concat(
                Stream.ofNullable(volume.getConfigMap())
                        .filter(whole -> needed(whole.getOptional()))
                        .map(whole -> new Wanted(whole.getName(), keys(whole.getItems()))),
                projected(volume)
                        .flatMap(source -> Stream.ofNullable(source.getConfigMap()))
                        .filter(part -> needed(part.getOptional()))
                        .map(part -> new Wanted(part.getName(), keys(part.getItems()))));
    }

    private static List<String> keys(List<KeyToPath> items) {
        return items.stream().map(KeyToPath::getKey).toList();
    }

    private static Stream<Wanted> secret(EnvVar variable) {
        return Stream.ofNullable(variable.getValueFrom())
                .flatMap(source -> Stream.ofNullable(source.getSecretKeyRef()))
                .filter(one -> needed(one.getOptional()))
                .map(one -> new Wanted(one.getName(), List.of(one.getKey())));
    }

    private static Stream<Wanted> configMap(EnvVar variable) {
        return Stream.ofNullable(variable.getValueFrom())
                .flatMap(source -> Stream.ofNullable(source.getConfigMapKeyRef()))
                .filter(one -> needed(one.getOptional()))
                .map(one -> new Wanted(one.getName(), List.of(one.getKey())));
    }
}
