package dev.slipway.platform.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;

/** Deletes what was looked at, and never what has taken its place since. */
record Deletions(Api api, ObjectPaths paths) {
    static final String DEPENDENTS_LATER = "Background";
    static final String DEPENDENTS_FIRST = "Foreground";

    void of(ObjectId id, String uid, String dependents) throws InterruptedException {
        delete(id, Map.of("uid", uid), dependents);
    }

    void ofState(HasMetadata object) throws InterruptedException {
        var metadata = object.getMetadata();
        delete(
                ObjectId.of(object),
                Map.of("uid", metadata.getUid(), "resourceVersion", metadata.getResourceVersion()),
                DEPENDENTS_LATER);
    }

    private void delete(ObjectId id, Map<String, String> preconditions, String dependents) throws InterruptedException {
        var options = Map.of(
                "apiVersion",
                "v1",
                "kind",
                "DeleteOptions",
                "propagationPolicy",
                dependents,
                "preconditions",
                preconditions);
        try {
            api.send("DELETE", paths.of(id), Cluster.OBJECT, options);
        } catch (Refusal refusal) {
            if (!refusal.absent() && !refusal.overtaken()) {
                throw refusal;
            }
        }
    }
}
