package dev.slipway.platform.apply;

import java.util.Map;
import java.util.Set;

/** Which kinds are written before which: what others refer to comes first. */
final class KindOrder {
    static final int NAMESPACE = 1;
    static final int SECRET = 4;
    static final int WORKLOAD = 6;
    private static final int LAST = 7;
    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("CustomResourceDefinition", 0),
            Map.entry("Namespace", NAMESPACE),
            Map.entry("ResourceQuota", 2),
            Map.entry("LimitRange", 2),
            Map.entry("ServiceAccount", 2),
            Map.entry("Role", 2),
            Map.entry("RoleBinding", 2),
            Map.entry("ClusterRole", 2),
            Map.entry("ClusterRoleBinding", 2),
            Map.entry("PriorityClass", 2),
            Map.entry("StorageClass", 3),
            Map.entry("CSIDriver", 3),
            Map.entry("IngressClass", 3),
            Map.entry("PersistentVolume", 3),
            Map.entry("Secret", SECRET),
            Map.entry("ConfigMap", SECRET),
            Map.entry("NetworkPolicy", SECRET),
            Map.entry("Service", 5),
            Map.entry("EndpointSlice", 5),
            Map.entry("PersistentVolumeClaim", 5),
            Map.entry("Deployment", WORKLOAD),
            Map.entry("StatefulSet", WORKLOAD),
            Map.entry("DaemonSet", WORKLOAD),
            Map.entry("Job", WORKLOAD),
            Map.entry("CronJob", WORKLOAD),
            Map.entry("Pod", WORKLOAD));

    /** What is never deleted without being named: data hangs on it. */
    private static final Set<String> KEPT =
            Set.of("Namespace", "PersistentVolume", "PersistentVolumeClaim", "CustomResourceDefinition");

    private KindOrder() {}

    static int rank(String kind) {
        return RANKS.getOrDefault(kind, LAST);
    }

    static boolean kept(String kind) {
        return KEPT.contains(kind);
    }
}
