package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.cluster.Refusals;
import dev.slipway.platform.cluster.UnknownKinds;
import dev.slipway.platform.diff.Differences;
import dev.slipway.platform.diff.FieldChange;
import dev.slipway.platform.diff.ImmutableFields;
import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/** Asks the cluster what would change; writes nothing. */
public final class Planner {
    private static final String GATEWAY_API = "gateway.networking.k8s.io/";
    private final Cluster cluster;
    private final Manifests manifests;
    private final Parallel parallel;
    private final GeneratedSecrets secrets;
    private final Scaling scaling;

    Planner(Cluster cluster, Manifests manifests, Parallel parallel, GeneratedSecrets secrets, Scaling scaling) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.parallel = parallel;
        this.secrets = secrets;
        this.scaling = scaling;
    }

    /** @throws dev.slipway.platform.report.UserError for the first object that the server would refuse */
    Plan plan() throws InterruptedException {
        requireKnownKinds();
        var work = new ArrayList<Callable<Change>>();
        for (Manifest manifest : manifests.manifests()) {
            work.add(() -> change(manifest));
        }
        for (GeneratedSecret secret : manifests.secrets()) {
            work.add(() -> secrets.look(secret));
        }
        var changes = new ArrayList<>(parallel.all(work));
        changes.addAll(leftovers(changes.stream().map(Change::id).toList()));
        return new Plan(changes);
    }

    private Change change(Manifest manifest) throws InterruptedException {
        ObjectId id = ObjectId.of(manifest.object());
        try {
            HasMetadata object = scaling.fit(Ownership.mark(cluster.copy(manifest.object()), manifests));
            Optional<ObjectNode> live = cluster.get(id);
            if (live.isEmpty()) {
                return new Change(id, Action.CREATE, Differences.created(cluster.tree(object)));
            }
            Ownership.requireStaying(id, live.get());
            Foreign.refuse(id, live.get(), manifests);
            List<FieldChange> fields = Differences.between(live.get(), cluster.apply(object, true));
            return new Change(id, fields.isEmpty() ? Action.UNCHANGED : Action.UPDATE, fields);
        } catch (Refusal refusal) {
            if (refusal.immutable() && id.kind().equals("Job")) {
                return Change.of(id, Action.REPLACE); // what ran once may be made anew: nothing hangs on it
            }
            throw refused(id, manifest.object(), refusal);
        }
    }

    private UserError refused(ObjectId id, HasMetadata object, Refusal refusal) throws InterruptedException {
        Optional<ObjectNode> live = refusal.immutable() ? cluster.get(id) : Optional.empty();
        return live.map(found -> new UserError(
                        id + ": a field that cannot be changed: "
                                + ImmutableFields.changed(found, cluster.tree(object))
                                        .orElse(String.valueOf(refusal.getMessage())),
                        ImmutableFields.wayOut(id.kind(), id.namespace(), id.name()),
                        ExitCode.FAILED,
                        refusal))
                .orElseGet(() -> Refusals.explain(id.toString(), refusal));
    }

    private List<Change> leftovers(List<ObjectId> described) throws InterruptedException {
        var left = new TreeSet<>(new Inventory(cluster, manifests).read());
        described.forEach(left::remove);
        var changes = new ArrayList<Change>();
        for (ObjectId id : left) {
            if (cluster.get(id).filter(this::ours).isPresent()) {
                changes.add(Change.of(id, KindOrder.kept(id.kind()) ? Action.KEEP : Action.DELETE));
            }
        }
        return changes;
    }

    /** What someone else has made under the same name in the meantime is not ours. */
    private boolean ours(ObjectNode live) {
        return Ownership.environment(live).equals(manifests.environment());
    }

    private void requireKnownKinds() throws InterruptedException {
        var unknown = new TreeMap<String, String>();
        UnknownKinds.of(cluster, manifests.objects())
                .forEach(kind -> unknown.putIfAbsent(kind.kind(), kind.apiVersion()));
        if (!unknown.isEmpty()) {
            throw new UserError(
                    "this cluster does not know " + unknown,
                    unknown.values().stream().allMatch(version -> version.startsWith(GATEWAY_API))
                            ? "install the definitions of the Gateway API once, as docs/add-ons.md says"
                            : "install what defines them, or leave them out",
                    ExitCode.FAILED);
        }
    }
}
