package dev.slipway.platform.readiness;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;

/** What stands around an object on the cluster; a rule looks only at what concerns its object. */
public record Around(
        List<Pod> pods,
        List<ReplicaSet> replicaSets,
        List<StorageClass> storageClasses,
        List<IngressClass> ingressClasses) {
    public static final Around NOTHING = new Around(List.of(), List.of(), List.of(), List.of());

    public Around {
        pods = List.copyOf(pods);
        replicaSets = List.copyOf(replicaSets);
        storageClasses = List.copyOf(storageClasses);
        ingressClasses = List.copyOf(ingressClasses);
    }

    /** The pods whose controller is this object. */
    public List<Pod> podsOf(HasMetadata owner) {
        return pods.stream()
                .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
                .filter(pod -> owns(owner, pod))
                .toList();
    }

    /** The ReplicaSets whose controller is this object. */
    public List<ReplicaSet> replicaSetsOf(HasMetadata owner) {
        return replicaSets.stream().filter(set -> owns(owner, set)).toList();
    }

    private static boolean owns(HasMetadata owner, HasMetadata owned) {
        String uid = owner.getMetadata().getUid();
        return uid != null
                && owned.getMetadata().getOwnerReferences().stream()
                        .anyMatch(reference -> uid.equals(reference.getUid()));
    }
}
