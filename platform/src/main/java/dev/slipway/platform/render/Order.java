package dev.slipway.platform.render;

import dev.slipway.platform.manifest.Manifest;
import java.util.Comparator;
import java.util.List;

/** The order of objects in a file, which {@code kubectl apply} keeps: nothing stands before what it refers to. */
final class Order {
    private static final List<String> KINDS = List.of(
            "CustomResourceDefinition",
            "Namespace",
            "PriorityClass",
            "ResourceQuota",
            "LimitRange",
            "StorageClass",
            "PersistentVolume",
            "ServiceAccount",
            "ClusterRole",
            "ClusterRoleBinding",
            "Role",
            "RoleBinding",
            "NetworkPolicy",
            "ConfigMap",
            "Secret",
            "PersistentVolumeClaim",
            "Service",
            "EndpointSlice",
            "APIService",
            "IngressClass",
            "GatewayClass",
            "StatefulSet",
            "DaemonSet",
            "Deployment",
            "Job",
            "CronJob",
            "HorizontalPodAutoscaler",
            "PodDisruptionBudget",
            "Gateway");

    static final Comparator<Manifest> OF_MANIFESTS = Comparator.comparingInt(
                    (Manifest manifest) -> rank(manifest.object().getKind()))
            .thenComparing(manifest -> manifest.object().getKind())
            .thenComparing(
                    manifest -> String.valueOf(manifest.object().getMetadata().getNamespace()))
            .thenComparing(manifest -> manifest.object().getMetadata().getName());

    private Order() {}

    private static int rank(String kind) {
        int place = KINDS.indexOf(kind);
        return place < 0 ? KINDS.size() : place;
    }
}
