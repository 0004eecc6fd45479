package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.manifest.Rotation;
import dev.slipway.platform.manifest.Rotations;
import dev.slipway.platform.secrets.SecretName;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A database whose password two services have, and a key that one of them has alone. */
record RotationSample(String namespace) {
    private static final SecretName PASSWORD = SecretName.password("db-password");
    private static final SecretName KEY = SecretName.key("own-key");
    static final Set<String> BOTH = Set.of("db-password", "own-key");

    void rotate(Cluster cluster, String fate, Consumer<ApplyEvent> events) throws InterruptedException {
        try (var rotation = rotation(cluster, fate, events)) {
            rotation.run(BOTH, Duration.ofSeconds(60));
        }
    }

    /** @param fate annotation of the pods of the Jobs */
    EnvironmentRotation rotation(Cluster cluster, String fate, Consumer<ApplyEvent> events) {
        return new EnvironmentRotation(
                cluster, manifests(), rotations(fate), new SecureRandom(), Clock.systemUTC(), events);
    }

    Manifests manifests() {
        var namespaced = new Manifest(
                Sample.yaml("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(namespace)),
                Manifest.FOUNDATION,
                Set.of());
        var settings = new Manifest(
                Sample.yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: db, namespace: %s}, data: {a: b}}"
                        .formatted(namespace)),
                "db",
                Set.of());
        return new Manifests(
                namespace,
                namespace,
                List.of(namespaced, settings, workload("StatefulSet", "db"), service("api"), service("web")),
                List.of(home(), own(), new GeneratedSecret(namespace, "web-secrets", "web", Map.of("db", PASSWORD))));
    }

    private GeneratedSecret home() {
        return new GeneratedSecret(namespace, "db-secrets", "db", Map.of("password", PASSWORD));
    }

    private GeneratedSecret own() {
        return new GeneratedSecret(namespace, "api-secrets", "api", Map.of("db", PASSWORD, "own-key", KEY));
    }

    private Manifest service(String name) {
        return workload("Deployment", name);
    }

    private Manifest workload(String kind, String name) {
        return new Manifest(Sample.yaml("""
                apiVersion: apps/v1
                kind: %1$s
                metadata: {name: %2$s, namespace: %3$s}
                spec:
                  replicas: 1
                  selector: {matchLabels: {app: %2$s}}
                  template:
                    metadata: {labels: {app: %2$s}}
                    spec:
                      volumes: [{name: secrets, secret: {secretName: %2$s-secrets}}]
                      containers: [{name: main, image: 'example.com/main:1'}]
                """.formatted(kind, name, namespace)), name, Set.of());
    }

    Rotations rotations(String fate) {
        return new Rotations(
                List.of(
                        new Rotation(PASSWORD, home(), "password", "db", List.of(service("api"), service("web")), ""),
                        new Rotation(KEY, own(), "own-key", "", List.of(service("api")), "")),
                new TreeMap<>(),
                (server, phase, rotations) -> job(server + "-" + phase.name().toLowerCase(Locale.ROOT), fate));
    }

    private Job job(String name, String fate) {
        return (Job) Sample.yaml("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: %s, namespace: %s}
                spec:
                  backoffLimit: 0
                  template:
                    metadata: {annotations: {%s}}
                    spec: {restartPolicy: Never, containers: [{name: main, image: 'example.com/main:1'}]}
                """.formatted(name, namespace, fate));
    }
}
