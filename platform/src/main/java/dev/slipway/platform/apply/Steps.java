package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.readiness.Readiness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a plan into writes. */
final class Steps {
    private final Cluster cluster;
    private final Manifests manifests;
    private final GeneratedSecrets secrets;
    private final BroughtSecrets brought;
    private final Scaling scaling;
    private final Planner planner;
    private final EnvironmentLease lease;

    Steps(
            Cluster cluster,
            Manifests manifests,
            GeneratedSecrets secrets,
            BroughtSecrets brought,
            Scaling scaling,
            Planner planner,
            EnvironmentLease lease) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.secrets = secrets;
        this.brought = brought;
        this.scaling = scaling;
        this.planner = planner;
        this.lease = lease;
    }

    /** One for each object that is described, the order of kinds kept. */
    List<Step> of(Plan plan) {
        Map<ObjectId, Change> changes = plan.byId();
        var steps = new ArrayList<Step>();
        for (Manifest manifest : manifests.manifests()) {
            Change change = changes.get(ObjectId.of(manifest.object()));
            if (change != null) {
                steps.add(step(change, manifest.component(), manifest.needs(), () -> write(change, manifest)));
            }
        }
        for (GeneratedSecret secret : manifests.secrets()) {
            Change change = changes.get(GeneratedSecrets.id(secret));
            if (change != null) {
                steps.add(step(change, secret.component(), Set.of(), () -> {
                    lease.renew();
                    secrets.ensure(secret);
                    return Step.Outcome.unwritten(Readiness.ready());
                }));
            }
        }
        for (BroughtSecret secret : manifests.brought()) {
            Change change = changes.get(GeneratedSecrets.id(secret));
            if (change != null) {
                steps.add(step(change, secret.component(), Set.of(), () -> {
                    lease.renew();
                    return Step.Outcome.unwritten(new Readiness.Ready(brought.make(secret)));
                }));
            }
        }
        steps.sort(Comparator.comparingInt(Step::rank));
        return steps;
    }

    private Step step(Change change, String component, Set<String> needs, Step.Write write) {
        return new Step(
                change.id(),
                component,
                needs,
                change.action(),
                change.action().writes() ? write : () -> Step.Outcome.unwritten(planner.readiness(change.id())));
    }

    private Step.Outcome write(Change change, Manifest manifest) throws InterruptedException {
        lease.renew();
        ObjectNode object = Ownership.mark(cluster.tree(manifest.object()), manifests);
        if (change.action() == Action.REPLACE) {
            new Clearance(cluster, lease).clear(change.id());
        }
        // What is scaled is looked at again: since the plan minutes may have passed, and an autoscaler may have taken
        // over.
        return Step.Outcome.written(cluster.typed(cluster.apply(scaling.fit(object), false)));
    }
}
