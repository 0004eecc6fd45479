package dev.slipway.platform.prediction;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectGroup;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an apply needs of the API server: to write what is described, and to look at what stands around it. To watch is not
 * among it: where that is refused, it lists again and again.
 */
final class Rights {
    private static final Set<String> WRITING = verbs("get", "list", "create", "patch", "delete");

    private static final Comparator<ObjectGroup> ORDER = Comparator.comparing(ObjectGroup::apiVersion)
            .thenComparing(ObjectGroup::kind)
            .thenComparing(ObjectGroup::namespace);

    private Rights() {}

    /** Verbs by objects; a test gives somebody exactly these and lets him apply. */
    static SortedMap<ObjectGroup, Set<String>> needed(Manifests manifests) {
        var needed = new TreeMap<ObjectGroup, Set<String>>(ORDER);
        String home = manifests.namespace();
        need(needed, "v1", "Namespace", "", verbs("get"));
        need(needed, "v1", "ConfigMap", home, WRITING); // the inventory
        need(needed, "coordination.k8s.io/v1", "Lease", home, verbs("get", "create", "update"));
        need(needed, "autoscaling/v2", "HorizontalPodAutoscaler", home, verbs("list"));
        aroundPods(needed, home);
        manifests.secrets().forEach(secret -> need(needed, "v1", "Secret", secret.namespace(), WRITING));
        manifests.brought().forEach(secret -> need(needed, "v1", "Secret", secret.namespace(), verbs(secret)));
        for (Manifest manifest : manifests.manifests()) {
            need(needed, ObjectGroup.of(ObjectId.of(manifest.object())), WRITING);
            around(needed, manifest.object());
        }
        return needed;
    }

    /** What tells why such an object is not ready, or whether it may be pruned; an add-on has a namespace of its own. */
    private static void around(Map<ObjectGroup, Set<String>> needed, HasMetadata object) {
        String space = object.getMetadata().getNamespace();
        switch (object.getKind()) {
            case "PersistentVolumeClaim" -> need(needed, "storage.k8s.io/v1", "StorageClass", "", verbs("list"));
            case "StatefulSet" -> {
                aroundPods(needed, space);
                need(needed, "v1", "PersistentVolumeClaim", space, verbs("list"));
            }
            case "Deployment", "DaemonSet", "Job" -> aroundPods(needed, space);
            case "Ingress" -> need(needed, "networking.k8s.io/v1", "IngressClass", "", verbs("list"));
            default -> {}
        }
    }

    private static void aroundPods(Map<ObjectGroup, Set<String>> needed, String space) {
        need(needed, "apps/v1", "ReplicaSet", space, verbs("get", "list"));
        need(needed, "v1", "Pod", space, verbs("get", "list"));
        need(needed, "v1", "Event", space, verbs("get", "list"));
    }

    private static void need(
            Map<ObjectGroup, Set<String>> needed, String apiVersion, String kind, String namespace, Set<String> verbs) {
        need(needed, new ObjectGroup(apiVersion, kind, namespace), verbs);
    }

    private static void need(Map<ObjectGroup, Set<String>> needed, ObjectGroup objects, Set<String> verbs) {
        needed.computeIfAbsent(objects, first -> new LinkedHashSet<>()).addAll(verbs);
    }

    private static Set<String> verbs(BroughtSecret secret) {
        return secret.making() instanceof BroughtSecret.ByHand ? verbs("get", "list") : WRITING;
    }

    private static Set<String> verbs(String... verbs) {
        return new LinkedHashSet<>(List.of(verbs));
    }

    /** Those that are missing, as people read them. */
    static List<String> missing(Cluster cluster, Manifests manifests) throws InterruptedException {
        var missing = new ArrayList<String>();
        if (cluster.may("*", "*", "*", "")) {
            return missing;
        }
        for (var right : needed(manifests).entrySet()) {
            check(cluster, right.getKey(), right.getValue(), missing);
        }
        return missing;
    }

    private static void check(Cluster cluster, ObjectGroup scope, Set<String> verbs, List<String> missing)
            throws InterruptedException {
        if (!cluster.knows(scope.apiVersion(), scope.kind())
                || cluster.may("*", scope.apiVersion(), scope.kind(), scope.namespace())) {
            return;
        }
        for (String verb : verbs) {
            if (!cluster.may(verb, scope.apiVersion(), scope.kind(), scope.namespace())) {
                missing.add(
                        verb + " " + scope.kind() + (scope.namespace().isEmpty() ? "" : " in " + scope.namespace()));
            }
        }
    }
}
