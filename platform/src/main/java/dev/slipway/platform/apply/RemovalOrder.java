package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.DescribedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The order of an apply from its end: what is needed goes after what needs it, and the foundation last. */
final class RemovalOrder {
    private static final int FIRST = 0;
    private final Map<ObjectId, String> components = new HashMap<>();
    private final Map<String, Set<String>> dependents = new HashMap<>();
    private final Map<String, Set<String>> inhabitants = new HashMap<>();

    RemovalOrder(Manifests manifests) {
        for (Manifest manifest : manifests.manifests()) {
            ObjectId id = ObjectId.of(manifest.object());
            components.put(id, manifest.component());
            if (KindOrder.rank(id.kind()) == KindOrder.WORKLOAD) {
                inhabitants
                        .computeIfAbsent(id.namespace(), first -> new HashSet<>())
                        .add(manifest.component());
            }
            manifest.needs().forEach(need -> dependents
                    .computeIfAbsent(need, first -> new HashSet<>())
                    .add(manifest.component()));
        }
        for (DescribedSecret secret : manifests.allSecrets()) {
            components.put(GeneratedSecrets.id(secret), secret.component());
        }
    }

    /**
     * One wave after the other; what is no longer described goes with the first.
     *
     * @param volumes that go with their claims → namespace of the claim
     */
    List<List<ObjectId>> waves(Collection<ObjectId> ids, Map<ObjectId, String> volumes) {
        record Wave(int depth, int rank) {}
        var order = Comparator.comparingInt(Wave::depth)
                .thenComparing(Comparator.comparingInt(Wave::rank).reversed());
        return new ArrayList<>(ids.stream()
                .sorted()
                .collect(Collectors.groupingBy(
                        id -> new Wave(depth(id, volumes), KindOrder.rank(id.kind())),
                        () -> new TreeMap<>(order),
                        Collectors.toList()))
                .values());
    }

    /** A claim goes after all that may use it, and with its volume before what makes volumes, which has to clear it away. */
    private int depth(ObjectId id, Map<ObjectId, String> volumes) {
        boolean claim = id.kind().equals("PersistentVolumeClaim");
        if (claim || volumes.containsKey(id)) {
            String home = claim ? id.namespace() : volumes.getOrDefault(id, "");
            return inhabitants.getOrDefault(home, Set.of()).stream()
                    .mapToInt(this::depth)
                    .max()
                    .orElse(FIRST);
        }
        String component = components.get(id);
        boolean last = Manifest.FOUNDATION.equals(component) || KindOrder.kept(id.kind());
        return last ? Integer.MAX_VALUE : component == null ? FIRST : depth(component);
    }

    /** Of how many others, one after the other, the end is waited for; needs do not go round in a circle. */
    private int depth(String component) {
        return dependents.getOrDefault(component, Set.of()).stream()
                .filter(other -> !other.equals(component))
                .mapToInt(other -> depth(other) + 1)
                .max()
                .orElse(FIRST);
    }
}
