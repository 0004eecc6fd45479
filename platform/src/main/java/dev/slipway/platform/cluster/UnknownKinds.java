package dev.slipway.platform.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Kinds of objects that a cluster has no definition of. */
public final class UnknownKinds {
    private static final Comparator<ObjectGroup> BY_KIND =
            Comparator.comparing(ObjectGroup::kind).thenComparing(ObjectGroup::apiVersion);

    private UnknownKinds() {}

    /** In order, each once, without a namespace. Those that a definition among the objects brings are known in time. */
    public static List<ObjectGroup> of(Cluster cluster, Collection<HasMetadata> objects) throws InterruptedException {
        Set<String> defined = objects.stream()
                .filter(CustomResourceDefinition.class::isInstance)
                .map(object ->
                        ((CustomResourceDefinition) object).getSpec().getNames().getKind())
                .collect(Collectors.toSet());
        var unknown = new TreeSet<>(BY_KIND);
        for (HasMetadata object : objects) {
            var kind = new ObjectGroup(object.getApiVersion(), object.getKind(), "");
            boolean known = defined.contains(kind.kind())
                    || unknown.contains(kind)
                    || cluster.knows(kind.apiVersion(), kind.kind());
            if (!known) {
                unknown.add(kind);
            }
        }
        return List.copyOf(unknown);
    }
}
