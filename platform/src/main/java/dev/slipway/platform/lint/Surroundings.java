package dev.slipway.platform.lint;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.HandMadeSecret;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All objects beside the one that is looked at, found by name. */
final class Surroundings {
    /** Kubernetes makes it, with the certificate of the API server. */
    private static final String OF_EVERY_NAMESPACE = "kube-root-ca.crt";

    private final boolean production;
    private final Map<String, HasMetadata> byName = new HashMap<>();
    private final Map<String, List<Subject>> byKind = new HashMap<>();
    private final Map<String, Set<String>> secretKeys = new HashMap<>();

    /** Of every namespace: images of add-ons are pulled too. */
    private final Map<String, Set<String>> byHand = new HashMap<>();

    Surroundings(Environment environment, Manifests manifests) {
        var cluster = environment.cluster();
        this.production = cluster != null && cluster.production();
        for (Manifest manifest : manifests.manifests()) {
            var subject = new Subject(manifest.object());
            byName.put(
                    key(
                            manifest.object().getKind(),
                            subject.namespace(),
                            manifest.object().getMetadata().getName()),
                    manifest.object());
            byKind.computeIfAbsent(manifest.object().getKind(), kind -> new ArrayList<>())
                    .add(subject);
        }
        for (GeneratedSecret secret : manifests.secrets()) {
            secretKeys.put(
                    key("Secret", secret.namespace(), secret.name()),
                    secret.keys().keySet());
        }
        HandMadeSecret.of(environment).forEach(secret -> byHand.put(secret.name(), secret.keys()));
    }

    private static String key(String kind, String namespace, String name) {
        return kind + "/" + namespace + "/" + name;
    }

    boolean production() {
        return production;
    }

    Optional<HasMetadata> find(String kind, String namespace, String name) {
        return Optional.ofNullable(byName.get(key(kind, namespace, name)));
    }

    Stream<Subject> ofKind(String kind) {
        return byKind.getOrDefault(kind, List.of()).stream();
    }

    /** How many pods an object has at the least: what is scaled by load says no number of its own. */
    int pods(Subject subject) {
        return scaler(subject)
                .map(scaler -> Optional.ofNullable(scaler.getMinReplicas()).orElse(1))
                .orElseGet(subject::replicas);
    }

    /** How many pods an object has at the most, with those that a rollout adds for a while. */
    int mostPods(Subject subject) {
        int most =
                scaler(subject).map(HorizontalPodAutoscalerSpec::getMaxReplicas).orElseGet(subject::replicas);
        return most + subject.surge(most);
    }

    private Optional<HorizontalPodAutoscalerSpec> scaler(Subject subject) {
        return ofKind("HorizontalPodAutoscaler")
                .filter(scaler -> scaler.namespace().equals(subject.namespace()))
                .map(scaler -> ((HorizontalPodAutoscaler) scaler.object()).getSpec())
                .filter(scaler -> scaler.getScaleTargetRef()
                                .getKind()
                                .equals(subject.object().getKind())
                        && scaler.getScaleTargetRef()
                                .getName()
                                .equals(subject.object().getMetadata().getName()))
                .findFirst();
    }

    /** Everything that makes pods in a namespace. */
    Stream<Subject> workloads(String namespace) {
        return Stream.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob")
                .flatMap(this::ofKind)
                .filter(subject -> subject.namespace().equals(namespace));
    }

    /** The keys of a Secret; nothing when nobody makes it. One that is made by hand is taken to be complete. */
    Optional<Set<String>> keysOfSecret(String namespace, String name) {
        var known = secretKeys.get(key("Secret", namespace, name));
        if (known != null) {
            return Optional.of(known);
        }
        return find("Secret", namespace, name)
                .map(secret -> keys((Secret) secret))
                .or(() -> Optional.ofNullable(byHand.get(name)));
    }

    Optional<Set<String>> keysOfConfigMap(String namespace, String name) {
        if (name.equals(OF_EVERY_NAMESPACE)) {
            return Optional.of(Set.of("ca.crt"));
        }
        return find("ConfigMap", namespace, name).map(found -> keys((ConfigMap) found));
    }

    private static Set<String> keys(Secret secret) {
        var keys = new TreeSet<String>();
        Optional.ofNullable(secret.getData()).ifPresent(data -> keys.addAll(data.keySet()));
        Optional.ofNullable(secret.getStringData()).ifPresent(data -> keys.addAll(data.keySet()));
        return keys;
    }

    private static Set<String> keys(ConfigMap map) {
        var keys = new TreeSet<String>();
        Optional.ofNullable(map.getData()).ifPresent(data -> keys.addAll(data.keySet()));
        Optional.ofNullable(map.getBinaryData()).ifPresent(data -> keys.addAll(data.keySet()));
        return keys;
    }
}
