package dev.slipway.platform.readiness;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A claim has its volume, or gets it with the first pod that uses it. */
final class ClaimRule {
    private static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";

    private ClaimRule() {}

    static Readiness of(PersistentVolumeClaim claim, Around around) {
        String phase = claim.getStatus() == null ? null : claim.getStatus().getPhase();
        if ("Bound".equals(phase)) {
            return Readiness.ready();
        }
        if ("Lost".equals(phase)) {
            return Readiness.failed("its volume " + claim.getSpec().getVolumeName() + " is gone");
        }
        return pending(claim, around);
    }

    private static Readiness pending(PersistentVolumeClaim claim, Around around) {
        String wanted = claim.getSpec().getStorageClassName();
        List<StorageClass> classes = around.all(StorageClass.class).orElse(List.of());
        List<StorageClass> defaults =
                classes.stream().filter(ClaimRule::isDefault).toList();
        if (wanted == null && defaults.size() > 1) {
            return Readiness.failed("there are two default storage classes: "
                    + defaults.get(0).getMetadata().getName() + ", "
                    + defaults.get(1).getMetadata().getName());
        }
        Optional<StorageClass> chosen = wanted == null
                ? defaults.stream().findFirst()
                : classes.stream()
                        .filter(candidate -> candidate.getMetadata().getName().equals(wanted))
                        .findFirst();
        if (chosen.map(StorageClass::getVolumeBindingMode)
                .filter("WaitForFirstConsumer"::equals)
                .isPresent()) {
            return new Readiness.Ready("gets its volume with the first pod that uses it");
        }
        return Readiness.progressing(
                chosen.isPresent() || "".equals(wanted)
                        ? "no volume yet"
                        : "there is no storage class " + Objects.requireNonNullElse(wanted, "that is the default"));
    }

    private static boolean isDefault(HasMetadata storageClass) {
        Map<String, String> annotations = storageClass.getMetadata().getAnnotations();
        return annotations != null && "true".equals(annotations.get(DEFAULT_CLASS));
    }
}
