package dev.slipway.platform.readiness;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands around an object on the cluster; a rule looks only at what concerns its object. */
public final class Around {
    /** Before anybody has looked. */
    public static final Around NOTHING = new Around(List.of(), List.of(), Map.of());

    private static final Map<String, List<Class<? extends HasMetadata>>> TYPES = Map.of(
            "PersistentVolumeClaim", List.of(StorageClass.class),
            "Ingress", List.of(IngressClass.class),
            "Gateway", List.of(GatewayClass.class),
            "HTTPRoute", List.of(GatewayClass.class, Gateway.class));

    private final Map<String, List<Pod>> pods;
    private final Map<String, List<ReplicaSet>> replicaSets;
    private final Map<Class<? extends HasMetadata>, List<HasMetadata>> others;

    /** @param others by type, as {@link #typesFor} names them */
    public Around(
            List<Pod> pods, List<ReplicaSet> replicaSets, Map<Class<? extends HasMetadata>, List<HasMetadata>> others) {
        this.pods = byOwner(pods);
        this.replicaSets = byOwner(replicaSets);
        this.others = Map.copyOf(others);
    }

    /** What the verdict about an object of this kind depends on beside its pods. */
    public static List<Class<? extends HasMetadata>> typesFor(String kind) {
        return TYPES.getOrDefault(kind, List.of());
    }

    /** All of a type; absent when nobody has looked. */
    public <T extends HasMetadata> Optional<List<T>> all(Class<T> type) {
        return Optional.ofNullable(others.get(type))
                .map(found -> found.stream().map(type::cast).toList());
    }

    /** The pods whose controller is this object. */
    public List<Pod> podsOf(HasMetadata owner) {
        return owned(pods, owner).stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .toList();
    }

    /** The ReplicaSets whose controller is this object. */
    public List<ReplicaSet> replicaSetsOf(HasMetadata owner) {
        return owned(replicaSets, owner);
    }

    private static <T> List<T> owned(Map<String, List<T>> byOwner, HasMetadata owner) {
        String uid = owner.getMetadata().getUid();
        return uid == null ? List.of() : byOwner.getOrDefault(uid, List.of());
    }

    private static <T extends HasMetadata> Map<String, List<T>> byOwner(List<T> objects) {
        var byOwner = new HashMap<String, List<T>>();
        for (T object : objects) {
            object.getMetadata().getOwnerReferences().forEach(reference -> byOwner.computeIfAbsent(
                            reference.getUid(), uid -> new ArrayList<>())
                    .add(object));
        }
        return byOwner;
    }
}
