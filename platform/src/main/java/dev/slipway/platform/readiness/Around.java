package dev.slipway.platform.readiness;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands around an object on the cluster; a rule looks only at what concerns its object. */
public final class Around {
    public static final Around NOTHING = new Around(List.of(), List.of(), List.of(), List.of());
    private final Map<String, List<Pod>> pods;
    private final Map<String, List<ReplicaSet>> replicaSets;
    private final List<StorageClass> storageClasses;
    private final List<IngressClass> ingressClasses;

    public Around(
            List<Pod> pods,
            List<ReplicaSet> replicaSets,
            List<StorageClass> storageClasses,
            List<IngressClass> ingressClasses) {
        this.pods = byOwner(pods);
        this.replicaSets = byOwner(replicaSets);
        this.storageClasses = List.copyOf(storageClasses);
        this.ingressClasses = List.copyOf(ingressClasses);
    }

    public List<StorageClass> storageClasses() {
        return storageClasses;
    }

    public List<IngressClass> ingressClasses() {
        return ingressClasses;
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
