package dev.slipway.platform.apply;

import dev.slipway.platform.Written;
import dev.slipway.platform.cluster.Connection;
import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.secrets.SecretName;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small environment: a database, a service that needs it, and what stands around them. */
final class Sample {
    private static final String FORM = "form: ";

    private Sample() {}

    /** How another process is told which form is meant. */
    static String form(int number) {
        return FORM + number;
    }

    /** Of forms each has other pods, other data, and one object that no other has. */
    static Manifests form(String namespace, int number) {
        String more = "{apiVersion: v1, kind: ConfigMap, metadata: {name: only-%d, namespace: %s}}"
                .formatted(number, namespace);
        var manifests = environment(namespace, form(number), more);
        for (Manifest manifest : manifests.manifests()) {
            if (manifest.object() instanceof StatefulSet set) {
                set.getSpec().getTemplate().getMetadata().setAnnotations(Map.of("form", Integer.toString(number)));
            } else if (manifest.object() instanceof ConfigMap map) {
                map.setData(Map.of("form", Integer.toString(number)));
            }
        }
        return manifests;
    }

    /** Applies or removes it from a process of its own: kubeconfig, namespace, "apply" or "remove", annotation or form. */
    public static void main(String[] arguments) throws InterruptedException {
        var manifests = arguments[3].startsWith(FORM)
                ? form(arguments[1], Integer.parseInt(arguments[3].substring(FORM.length())))
                : environment(arguments[1], arguments[3], "");
        Clock clock = Clock.systemUTC();
        try (var cluster = new Connection(Path.of(arguments[0]), null).open();
                var apply = new EnvironmentApply(cluster, manifests, new SecureRandom(), clock, event -> {});
                var removal = new EnvironmentRemoval(cluster, manifests, Set.of(), clock, event -> {})) {
            if (arguments[2].equals("apply")) {
                apply.run(Duration.ofSeconds(60));
            } else {
                removal.run(Duration.ofSeconds(60));
            }
        }
    }

    /**
     * The environment.
     *
     * @param annotation of the service's pods, which decides their fate
     * @param more one more object of the foundation; empty for none
     */
    static Manifests environment(String namespace, String annotation, String more) {
        var manifests = new ArrayList<Manifest>();
        manifests.add(foundation("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}".formatted(namespace)));
        if (!more.isEmpty()) {
            manifests.add(foundation(more));
        }
        manifests.add(workload(namespace, "StatefulSet", "db", "", Set.of()));
        manifests.add(new Manifest(
                yaml("{apiVersion: v1, kind: ConfigMap, metadata: {name: api, namespace: %s}, data: {a: b}}"
                        .formatted(namespace)),
                "api",
                Set.of()));
        manifests.add(workload(namespace, "Deployment", "api", annotation, Set.of("db")));
        return new Manifests(namespace, namespace, manifests, secrets(namespace));
    }

    private static List<GeneratedSecret> secrets(String namespace) {
        var shared = SecretName.password("db-password");
        return List.of(
                new GeneratedSecret(namespace, "db-secrets", "db", Map.of("password", shared)),
                new GeneratedSecret(namespace, "api-secrets", "api", Map.of("db-password", shared)));
    }

    private static Manifest foundation(String text) {
        return new Manifest(yaml(text), Manifest.FOUNDATION, Set.of());
    }

    private static Manifest workload(String namespace, String kind, String name, String annotation, Set<String> needs) {
        String claims = kind.equals("StatefulSet")
                ? "  volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce],"
                        + " resources: {requests: {storage: 1Mi}}}}]"
                : "";
        return new Manifest(yaml("""
                apiVersion: apps/v1
                kind: %s
                metadata: {name: %s, namespace: %s}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: %s}}
                  template:
                    metadata: {labels: {app: %s}, annotations: {%s}}
                    spec: {containers: [{name: main, image: 'example.com/main:1',
                      resources: {requests: {cpu: 10m, memory: 16Mi}, limits: {cpu: 10m, memory: 16Mi}}}]}
                %s
                """.formatted(kind, name, namespace, name, name, annotation, claims)), name, needs);
    }

    /** The lease of the environment that is named like its namespace, just renewed by process 7 of ann@ci. */
    static HasMetadata heldLease(String namespace) {
        return yaml("""
                {apiVersion: coordination.k8s.io/v1, kind: Lease, metadata: {name: slipway-%s, namespace: %s},
                 spec: {holderIdentity: ann@ci 7 x y, leaseDurationSeconds: 60, renewTime: '%s.000000Z'}}
                """.formatted(
                namespace, namespace, Clock.systemUTC().instant().toString().substring(0, 19)));
    }

    static HasMetadata yaml(String text) {
        return Written.object(text);
    }
}
