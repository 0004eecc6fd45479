package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.cluster.Refusals;
import dev.slipway.platform.report.UserError;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the server would let in what is not there yet; nothing is written. What hangs on something that the same plan
 * brings passes: of that nobody can tell before it is there.
 *
 * @param namespaces that the plan makes
 * @param quotas namespaces in which the plan makes or changes quotas
 */
record Admission(Cluster cluster, Set<String> namespaces, Set<String> quotas) {
    Optional<UserError> refusal(ObjectNode object) throws InterruptedException {
        ObjectId id = ObjectId.of(object);
        if (namespaces.contains(id.namespace()) || !cluster.knows(id.apiVersion(), id.kind())) {
            return Optional.empty();
        }
        try {
            cluster.apply(object, true);
            return Optional.empty();
        } catch (Refusal refusal) {
            return stops(id, refusal) ? Optional.of(Refusals.explain(id.toString(), refusal)) : Optional.empty();
        }
    }

    private boolean stops(ObjectId id, Refusal refusal) {
        boolean early = refusal.absent() || (refusal.quota() && quotas.contains(id.namespace()));
        return refusal.deserved() && !refusal.untried() && !early;
    }
}
