package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.Written;
import dev.slipway.platform.readiness.Around;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.readiness.ReadinessRules;
import dev.slipway.platform.spec.Environment;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A scene written as a cluster shows its objects: a Deployment {@code api}, its ReplicaSet and its pod. */
record SceneText(HasMetadata object, List<Pod> pods, List<Event> events, Map<String, List<String>> logs) {
    private static final StorageClass SLOW =
            (StorageClass) Written.object("{apiVersion: storage.k8s.io/v1, kind: StorageClass,"
                    + " metadata: {name: slow}, provisioner: example.com/nfs, volumeBindingMode: Immediate}");
    private static final Environment ENVIRONMENT =
            Written.environment("", "", "expose: { host: api.example.com, tls: api-tls }");

    private static final String DEPLOYMENT =
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: api, namespace: his, uid: d, generation: 1},"
                    + " spec: {replicas: 1}, status: {observedGeneration: 1, updatedReplicas: 1, replicas: 1}}";

    /** An object beside which there is nothing. */
    private static SceneText alone(String object) {
        return new SceneText(Written.object(object), List.of(), List.of(), Map.of());
    }

    static SceneText noPods() {
        return alone(DEPLOYMENT);
    }

    /** A StatefulSet whose pods nobody has made. */
    static SceneText setWithoutPods() {
        return alone(
                "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, namespace: his, uid: d, generation: 1},"
                        + " spec: {replicas: 1}, status: {observedGeneration: 1, replicas: 0}}");
    }

    static SceneText pod(String status) {
        var pod = (Pod) Written.object(
                "{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: his, ownerReferences: [{uid: r}]},"
                        + " spec: {initContainers: [{name: prepare}], containers: [{name: api, resources: {limits: {memory:"
                        + " 256Mi}, requests: {memory: 256Mi}}}]}, status: {" + status + "}}");
        return new SceneText(Written.object(DEPLOYMENT), List.of(pod), List.of(), Map.of());
    }

    static SceneText claim(String spec) {
        return alone("{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: his}, spec: {"
                + spec + "}, status: {phase: Pending}}");
    }

    static SceneText ingress(String ingressClass) {
        return alone("{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i, namespace: his}, spec:"
                + " {ingressClassName: " + ingressClass + "}}");
    }

    static SceneText gateway(String gatewayClass, String conditions) {
        return alone(
                "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: slipway, namespace: his},"
                        + " spec: {gatewayClassName: " + gatewayClass + "}, status: {conditions: [" + conditions
                        + "]}}");
    }

    static SceneText route(String conditions) {
        return alone(
                "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: api, namespace: his},"
                        + " status: {parents: [{conditions: [" + conditions + "]}]}}");
    }

    SceneText event(String kind, String name, String reason, String message) {
        var event = (Event) Written.object("{apiVersion: v1, kind: Event, metadata: {name: e}, reason: " + reason
                + ", lastTimestamp: '2026-01-01T00:00:00Z', involvedObject: {kind: " + kind + ", name: " + name
                + "}, message: '" + message.replace("'", "''") + "'}");
        var all = new ArrayList<>(events);
        all.add(event);
        return new SceneText(object, pods, all, logs);
    }

    SceneText log(String key, String... lines) {
        return new SceneText(object, pods, events, Map.of(key, List.of(lines)));
    }

    Scene scene() {
        var set = (ReplicaSet)
                Written.object("{apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: api-1, namespace: his,"
                        + " uid: r, ownerReferences: [{uid: d}]}, spec: {replicas: 1}, status: {replicas: "
                        + pods.size()
                        + "}}");
        var around = new Around(
                pods,
                List.of(set),
                Map.of(
                        StorageClass.class, List.of(SLOW),
                        IngressClass.class, List.of(),
                        GatewayClass.class,
                                List.of(
                                        Written.object(
                                                "{apiVersion: gateway.networking.k8s.io/v1, kind: GatewayClass, metadata: {name: taken}}")),
                        Gateway.class, List.of()));
        Readiness readiness = ReadinessRules.of(object, around);
        List<PersistentVolumeClaim> claims = List.of();
        return new Scene(object, "X his/api", "api", readiness, around, claims, events, logs, new Keys(ENVIRONMENT));
    }
}
