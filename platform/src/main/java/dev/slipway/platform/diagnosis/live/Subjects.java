package dev.slipway.platform.diagnosis.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectGroup;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.diagnosis.Diagnosis;
import dev.slipway.platform.manifest.DescribedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The objects that are looked at, each with its component, and how components need each other. */
final class Subjects {
    private final Map<ObjectId, String> components = new LinkedHashMap<>();
    private final Map<String, Set<String>> needs = new HashMap<>();

    /** Something that was found about an object of a component. */
    record Found(String component, Diagnosis diagnosis) {}

    Subjects(Manifests manifests, String component) {
        for (Manifest manifest : manifests.manifests()) {
            add(ObjectId.of(manifest.object()), manifest.component(), component);
            needs.computeIfAbsent(manifest.component(), name -> new TreeSet<>()).addAll(manifest.needs());
        }
        for (DescribedSecret secret : manifests.allSecrets()) {
            add(new ObjectId("v1", "Secret", secret.namespace(), secret.name()), secret.component(), component);
        }
    }

    private void add(ObjectId id, String owner, String wanted) {
        if (wanted.isEmpty() || wanted.equals(owner)) {
            components.put(id, owner);
        }
    }

    Set<ObjectId> ids() {
        return components.keySet();
    }

    String component(ObjectId id) {
        return Objects.requireNonNull(components.get(id), "an id of these");
    }

    /** Those that are on the cluster. */
    Map<ObjectId, ObjectNode> live(Cluster cluster) throws InterruptedException {
        var live = new HashMap<ObjectId, ObjectNode>();
        for (ObjectGroup group : ObjectGroup.of(components.keySet())) {
            live.putAll(group.live(cluster, ""));
        }
        return live;
    }

    /** What others need comes first; what needs something that is not ready either says so. */
    List<Diagnosis> ordered(List<Found> found) {
        Set<String> broken = found.stream().map(Found::component).collect(Collectors.toSet());
        return found.stream()
                .sorted(Comparator.comparingInt(one -> depth(one.component(), new HashSet<>())))
                .map(one -> withNeeds(one, broken))
                .toList();
    }

    private int depth(String component, Set<String> path) {
        int deepest = 0;
        if (path.add(component)) {
            for (String need : needs.getOrDefault(component, Set.of())) {
                deepest = Math.max(deepest, 1 + depth(need, path));
            }
            path.remove(component);
        }
        return deepest;
    }

    private Diagnosis withNeeds(Found found, Set<String> broken) {
        var evidence = new ArrayList<String>();
        needs.getOrDefault(found.component(), Set.of()).stream()
                .filter(broken::contains)
                .forEach(need -> evidence.add("it needs " + need + ", which is not ready either"));
        var diagnosis = found.diagnosis();
        evidence.addAll(diagnosis.evidence());
        return new Diagnosis(diagnosis.object(), diagnosis.cause(), diagnosis.what(), evidence, diagnosis.change());
    }
}
