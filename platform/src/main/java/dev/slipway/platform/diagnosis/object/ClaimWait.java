package dev.slipway.platform.diagnosis.object;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A claim that has no volume, of a pod or on its own. */
final class ClaimWait {
    /** What the controller of volumes says when a claim asks by name for one that it may not have. */
    private static final String TAKEN = "already bound to a different claim";

    private ClaimWait() {}

    /** About the first claim of the pod that has no volume. */
    static Optional<Diagnosis> of(Scene scene, Pod pod) {
        return claims(scene, pod).filter(claim -> !bound(claim)).findFirst().map(claim -> of(scene, claim));
    }

    private static Stream<PersistentVolumeClaim> claims(Scene scene, Pod pod) {
        List<String> names = pod.getSpec().getVolumes().stream()
                .map(Volume::getPersistentVolumeClaim)
                .filter(Objects::nonNull)
                .map(source -> source.getClaimName())
                .toList();
        return scene.claims().stream()
                .filter(claim -> names.contains(claim.getMetadata().getName()));
    }

    private static boolean bound(PersistentVolumeClaim claim) {
        return claim.getStatus() != null && "Bound".equals(claim.getStatus().getPhase());
    }

    static Diagnosis of(Scene scene, PersistentVolumeClaim claim) {
        String wanted = claim.getSpec().getStorageClassName();
        Optional<StorageClass> found = scene.around().all(StorageClass.class).orElse(List.of()).stream()
                .filter(candidate -> candidate.getMetadata().getName().equals(wanted))
                .findFirst();
        String name = "claim " + claim.getMetadata().getName();
        List<String> evidence = scene.eventsOf(claim)
                .map(Event::getMessage)
                .map(Scene::text)
                .distinct()
                .limit(2)
                .toList();
        String volume = claim.getSpec().getVolumeName();
        if (volume != null && evidence.stream().anyMatch(told -> told.contains(TAKEN))) {
            return scene.says(
                    Cause.VOLUME,
                    name + " gets no volume: " + volume + " is kept for the claim that had it before",
                    evidence,
                    "when its files may be taken over, forget that claim: kubectl patch pv " + volume
                            + " --type merge -p '{\"spec\":{\"claimRef\":null}}'; or another volume: "
                            + scene.keys().at("cluster.volumes"));
        }
        if (found.isPresent()) {
            return scene.says(
                    Cause.VOLUME,
                    name + " gets no volume: the provisioner " + found.get().getProvisioner() + " of storage class "
                            + wanted + " makes none",
                    evidence,
                    "see that the provisioner runs, or another class: " + classKey(scene));
        }
        String why = wanted == null || wanted.isEmpty()
                ? "it names no storage class, and there is no default one"
                : "there is no storage class " + wanted;
        return scene.says(Cause.VOLUME, name + " gets no volume: " + why, evidence, classKey(scene));
    }

    private static String classKey(Scene scene) {
        return scene.keys().at("cluster.storageClass");
    }
}
