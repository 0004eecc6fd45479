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
import dev.slipway.platform.diff.OwnFields;
import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.readiness.Around;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.readiness.ReadinessRules;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Asks the cluster what would change; writes nothing. */
public final class Planner {
    private static final String GATEWAY_API = "gateway.networking.k8s.io/";
    private final Cluster cluster;
    private final Manifests manifests;
    private final Parallel parallel;
    private final GeneratedSecrets secrets;
    private final BroughtSecrets brought;
    private final Scaling scaling;
    private final LiveObjects live;
    private final Inventory inventory;
    private Map<ObjectId, Seen> seen = Map.of();

    Planner(
            Cluster cluster,
            Manifests manifests,
            Parallel parallel,
            GeneratedSecrets secrets,
            BroughtSecrets brought,
            Scaling scaling,
            Inventory inventory) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.parallel = parallel;
        this.secrets = secrets;
        this.brought = brought;
        this.scaling = scaling;
        this.inventory = inventory;
        this.live = new LiveObjects(cluster, parallel, manifests.environment());
    }

    /**
     * What a look at an object has told.
     *
     * @param change null when only the server can tell it, or nothing is ours to do
     * @param readiness of one that stays as it is
     */
    private record Seen(@Nullable Change change, Readiness readiness) {
        static Seen of(@Nullable Change change) {
            return new Seen(change, Readiness.progressing("not looked at"));
        }
    }

    /**
     * What is to be done.
     *
     * @param newcomers whether the server is asked also about what is not there yet, of which an apply hears when it makes
     *     it
     * @throws UserError for all objects that the server would refuse
     */
    Plan plan(boolean newcomers) throws InterruptedException {
        requireKnownKinds();
        SortedSet<ObjectId> made = inventory.read();
        seen = look(made);
        Admission admission = admission();
        var work = new ArrayList<Callable<Asked>>();
        for (Manifest manifest : manifests.manifests()) {
            Change change = noted(ObjectId.of(manifest.object())).change();
            if (change == null) {
                work.add(() -> ask(manifest));
            } else if (newcomers && change.action() == Action.CREATE) {
                work.add(() -> new Asked(
                        change,
                        admission.refusal(described(manifest, Optional.empty())).orElse(null)));
            } else {
                work.add(() -> Asked.of(change));
            }
        }
        for (GeneratedSecret secret : manifests.secrets()) {
            work.add(() -> Asked.of(noted(GeneratedSecrets.id(secret)).change()));
        }
        for (BroughtSecret secret : manifests.brought()) {
            Change change = noted(GeneratedSecrets.id(secret)).change();
            if (change != null) {
                work.add(() -> Asked.of(change));
            }
        }
        List<Change> changes = Asked.changes(parallel.all(work));
        changes.addAll(new Leftovers(cluster, manifests)
                .of(made, changes.stream().map(Change::id).toList()));
        return new Plan(changes);
    }

    private Admission admission() {
        var namespaces = new HashSet<String>();
        var quotas = new HashSet<String>();
        manifests.objects().stream().map(ObjectId::of).forEach(id -> {
            Change change = noted(id).change();
            if (id.kind().equals("Namespace") && change != null && change.action() == Action.CREATE) {
                namespaces.add(id.name());
            } else if (id.kind().equals("ResourceQuota")
                    && (change == null || change.action().writes())) {
                quotas.add(id.namespace());
            }
        });
        return new Admission(cluster, namespaces, quotas);
    }

    private ObjectNode described(Manifest manifest, Optional<ObjectNode> found) throws InterruptedException {
        return scaling.fit(Ownership.mark(cluster.tree(manifest.object()), manifests), found);
    }

    private Asked ask(Manifest manifest) throws InterruptedException {
        try {
            return Asked.of(change(manifest));
        } catch (UserError refused) {
            return new Asked(null, refused);
        }
    }

    /** How an object was that the last plan leaves as it is. */
    Readiness readiness(ObjectId id) {
        return noted(id).readiness();
    }

    private Seen noted(ObjectId id) {
        return seen.getOrDefault(id, Seen.of(null));
    }

    private Map<ObjectId, Seen> look(Set<ObjectId> made) throws InterruptedException {
        var looks = new HashMap<ObjectId, LiveObjects.Look<Seen>>();
        manifests
                .manifests()
                .forEach(manifest ->
                        looks.put(ObjectId.of(manifest.object()), (id, found) -> look(manifest, id, found)));
        manifests
                .secrets()
                .forEach(secret -> looks.put(
                        GeneratedSecrets.id(secret),
                        (id, found) -> new Seen(secrets.look(secret, found), Readiness.ready())));
        manifests
                .brought()
                .forEach(secret -> looks.put(
                        GeneratedSecrets.id(secret),
                        (id, found) -> new Seen(brought.look(secret, found).orElse(null), Readiness.ready())));
        return live.each(looks.keySet(), made, (id, found) -> Objects.requireNonNull(looks.get(id))
                .at(id, found));
    }

    private Seen look(Manifest manifest, ObjectId id, Optional<ObjectNode> found) throws InterruptedException {
        ObjectNode described = described(manifest, found);
        if (found.isEmpty()) {
            return Seen.of(new Change(id, Action.CREATE, Differences.created(described)));
        }
        Ownership.requireStaying(id, found.get());
        Foreign.refuse(id, found.get(), manifests);
        if (!OwnFields.areAsDescribed(found.get(), described, Cluster.MANAGER)) {
            return Seen.of(null);
        }
        Readiness readiness = ReadinessRules.of(cluster.typed(found.get()), Around.NOTHING);
        boolean givenUp = id.kind().equals("Job") && readiness instanceof Readiness.Failed;
        return givenUp
                ? Seen.of(Change.of(id, Action.REPLACE)) // it never tries again by itself
                : new Seen(Change.of(id, Action.UNCHANGED), readiness);
    }

    private Change change(Manifest manifest) throws InterruptedException {
        ObjectId id = ObjectId.of(manifest.object());
        try {
            Optional<ObjectNode> found = cluster.get(id);
            ObjectNode described = described(manifest, found);
            if (found.isEmpty()) {
                return new Change(id, Action.CREATE, Differences.created(described));
            }
            List<FieldChange> fields = Differences.between(found.get(), cluster.apply(described, true));
            return new Change(id, fields.isEmpty() ? Action.UNCHANGED : Action.UPDATE, fields);
        } catch (Refusal refusal) {
            if (refusal.immutable() && id.kind().equals("Job")) {
                return Change.of(id, Action.REPLACE); // what ran once may be made anew: nothing hangs on it
            }
            throw refused(id, manifest.object(), refusal);
        }
    }

    private UserError refused(ObjectId id, HasMetadata object, Refusal refusal) throws InterruptedException {
        Optional<ObjectNode> there = refusal.immutable() ? cluster.get(id) : Optional.empty();
        return there.map(found -> new UserError(
                        id + ": a field that cannot be changed: "
                                + ImmutableFields.changed(found, cluster.tree(object))
                                        .orElse(String.valueOf(refusal.getMessage())),
                        ImmutableFields.wayOut(id.kind(), id.namespace(), id.name()),
                        ExitCode.FAILED,
                        refusal))
                .orElseGet(() -> Refusals.explain(id.toString(), refusal));
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
