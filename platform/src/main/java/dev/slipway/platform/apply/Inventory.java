package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The list of the objects that belong to an environment, kept in a ConfigMap on the cluster. It is written before the
 * objects, so that it names at least all that were ever made.
 */
final class Inventory {
    private static final String KEY = "objects";
    private final Cluster cluster;
    private final Manifests manifests;
    private final ObjectId id;
    private SortedSet<ObjectId> known = Collections.emptySortedSet();

    Inventory(Cluster cluster, Manifests manifests) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.id =
                new ObjectId("v1", "ConfigMap", manifests.namespace(), "slipway-inventory-" + manifests.environment());
    }

    ObjectId id() {
        return id;
    }

    SortedSet<ObjectId> read() throws InterruptedException {
        known = cluster.get(id)
                .map(map -> map.path("data").path(KEY).asText())
                .map(this::parse)
                .orElseGet(TreeSet::new);
        return new TreeSet<>(known);
    }

    private SortedSet<ObjectId> parse(String text) {
        var ids = new TreeSet<ObjectId>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            try {
                ids.add(ObjectId.parse(lines.get(i)));
            } catch (IllegalArgumentException e) {
                throw unreadable(i + 1, e);
            }
        }
        return ids;
    }

    private UserError unreadable(int line, IllegalArgumentException cause) {
        return new UserError(
                id + " was changed by somebody: line " + line + " of '" + KEY + "' is " + cause.getMessage(),
                "put the line right: 'apiVersion kind namespace name'; or delete the ConfigMap: the next apply makes it anew,"
                        + " and knows no more of what is no longer described",
                ExitCode.FAILED,
                cause);
    }

    /** As it was last read or written here; so it is still for whoever has held the lease since. */
    SortedSet<ObjectId> known() {
        return known;
    }

    /** All that it or the description names, whether it is there or not. */
    SortedSet<ObjectId> readWithDescribed() throws InterruptedException {
        SortedSet<ObjectId> ids = read();
        manifests.objects().forEach(object -> ids.add(ObjectId.of(object)));
        manifests.allSecrets().forEach(secret -> ids.add(GeneratedSecrets.id(secret)));
        return ids;
    }

    /** Nothing is sent when it is {@link #known} so. */
    void write(SortedSet<ObjectId> objects) throws InterruptedException {
        if (objects.equals(known)) {
            return;
        }
        var map = new ConfigMapBuilder()
                .withNewMetadata()
                .withName(id.name())
                .withNamespace(id.namespace())
                .addToLabels("app.kubernetes.io/managed-by", Cluster.MANAGER)
                .endMetadata()
                .addToData(KEY, objects.stream().map(ObjectId::text).collect(Collectors.joining("\n")))
                .build();
        cluster.apply(cluster.tree(map), false);
        known = new TreeSet<>(objects);
    }

    void delete() throws InterruptedException {
        Optional<ObjectNode> live = cluster.get(id);
        if (live.isPresent()) {
            cluster.delete(id, live.get().path("metadata").path("uid").asText());
        }
    }
}
