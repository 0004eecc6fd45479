package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.spec.HandMadeSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Decides what of an environment goes and what stays; writes nothing. */
final class Removal {
    private static final String CLAIM = "PersistentVolumeClaim";

    /** No data was ever made with what is in these. */
    private static final Set<String> WITHOUT_DATA =
            Set.of(HandMadeSecret.Form.TLS.type(), HandMadeSecret.Form.PULL.type());

    private final Cluster cluster;
    private final Manifests manifests;
    private final Observation observation;
    private final Inventory inventory;
    private ClaimedVolumes volumes = ClaimedVolumes.NONE;

    Removal(Cluster cluster, Manifests manifests, Observation observation, Inventory inventory) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.observation = observation;
        this.inventory = inventory;
    }

    /** Also what someone has cut from the inventory, with its namespace, is found: by its name and label. */
    Plan plan(Set<String> named) throws InterruptedException {
        Set<ObjectId> ids = inventory.readWithDescribed();
        var live = new TreeMap<ObjectId, ObjectNode>(observation.live(ids));
        live.values().removeIf(found -> !Ownership.otherHome(found, manifests).isEmpty());
        for (String namespace : namespaces(ids)) {
            live.putAll(observation.claims(namespace));
        }
        List<Change> changes = decide(live, named);
        boolean listed = changes.stream().anyMatch(change -> change.action() == Action.KEEP && !change.isNamespace())
                && !changes.contains(Change.of(Ownership.namespace(manifests), Action.DELETE));
        if (cluster.get(inventory.id()).isPresent()) {
            changes.add(Change.of(inventory.id(), listed ? Action.KEEP : Action.DELETE));
        }
        volumes = named.contains(CLAIM) ? volumes(live.keySet(), ids) : ClaimedVolumes.NONE;
        changes.addAll(volumes.changes());
        return new Plan(changes);
    }

    private ClaimedVolumes volumes(Set<ObjectId> live, Set<ObjectId> described) throws InterruptedException {
        Set<ObjectId> claims =
                live.stream().filter(id -> id.kind().equals(CLAIM)).collect(Collectors.toSet());
        return ClaimedVolumes.find(cluster, claims, manifests.namespace(), described);
    }

    /** Those that the last plan is about. */
    ClaimedVolumes volumes() {
        return volumes;
    }

    private Set<String> namespaces(Set<ObjectId> ids) {
        Set<String> namespaces = ids.stream()
                .map(ObjectId::namespace)
                .filter(namespace -> !namespace.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        namespaces.add(manifests.namespace());
        return namespaces;
    }

    /**
     * Without the passwords that it was made with, nobody could read the data that stays; so they stay with it.
     *
     * @param named kinds that go although data hangs on them
     * @throws UserError when a namespace is to go and claims in it are not
     */
    static List<Change> decide(Map<ObjectId, ObjectNode> live, Set<String> named) {
        boolean data = !named.contains(CLAIM)
                && live.keySet().stream().anyMatch(id -> id.kind().equals(CLAIM));
        if (data && named.contains("Namespace")) {
            throw new UserError(
                    "a namespace cannot go without the claims in it: "
                            + live.keySet().stream()
                                    .filter(id -> id.kind().equals(CLAIM))
                                    .map(ObjectId::toString)
                                    .collect(Collectors.joining(", ")),
                    "name the claims too (--delete-claims), or keep the namespace",
                    ExitCode.USAGE);
        }
        var changes = new ArrayList<Change>();
        live.forEach((id, found) -> {
            boolean kept = !named.contains(id.kind()) && keeps(id, found, data);
            changes.add(Change.of(id, kept ? Action.KEEP : Action.DELETE));
        });
        return changes;
    }

    /**
     * Whether an object stays unless it is named.
     *
     * @param data whether there are claims beside it
     */
    static boolean keeps(ObjectId id, ObjectNode live, boolean data) {
        boolean password = id.kind().equals("Secret")
                && !WITHOUT_DATA.contains(live.path("type").asText());
        return KindOrder.kept(id.kind()) || (data && password);
    }
}
