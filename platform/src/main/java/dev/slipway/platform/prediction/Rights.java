package dev.slipway.platform.prediction;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectGroup;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every verb on every kind that an apply uses. */
final class Rights {
    private static final List<String> WRITING = List.of("get", "list", "create", "patch", "delete");
    private static final List<String> READING = List.of("get", "list");

    private static final Comparator<ObjectGroup> ORDER = Comparator.comparing(ObjectGroup::apiVersion)
            .thenComparing(ObjectGroup::kind)
            .thenComparing(ObjectGroup::namespace);

    private Rights() {}

    /** Those that are missing, as people read them. */
    static List<String> missing(Cluster cluster, Manifests manifests) throws InterruptedException {
        var missing = new ArrayList<String>();
        if (cluster.may("*", "*", "*", "")) {
            return missing;
        }
        for (ObjectGroup scope : written(manifests)) {
            check(cluster, scope, WRITING, missing);
        }
        String namespace = manifests.namespace();
        check(
                cluster,
                new ObjectGroup("coordination.k8s.io/v1", "Lease", namespace),
                List.of("get", "create", "update"),
                missing);
        for (ObjectGroup scope : List.of(
                new ObjectGroup("v1", "Pod", namespace),
                new ObjectGroup("v1", "Event", namespace),
                new ObjectGroup("apps/v1", "ReplicaSet", namespace))) {
            check(cluster, scope, READING, missing);
        }
        return missing;
    }

    /** The inventory is a ConfigMap, and generated values are in Secrets. */
    private static Set<ObjectGroup> written(Manifests manifests) {
        var scopes = new TreeSet<>(ORDER);
        for (Manifest manifest : manifests.manifests()) {
            scopes.add(ObjectGroup.of(ObjectId.of(manifest.object())));
        }
        scopes.add(new ObjectGroup("v1", "ConfigMap", manifests.namespace()));
        manifests.secrets().forEach(secret -> scopes.add(new ObjectGroup("v1", "Secret", secret.namespace())));
        return scopes;
    }

    private static void check(Cluster cluster, ObjectGroup scope, List<String> verbs, List<String> missing)
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
