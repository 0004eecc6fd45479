package dev.slipway.platform.doctor.cluster;

import dev.slipway.platform.lint.Subject;
import dev.slipway.platform.spec.AddonKind;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Workloads that do what an add-on would do, whoever has installed them under whatever name: known by what they run. */
public final class AddonWorkloads {
    /** The last part of the name of an image, as its makers publish it. */
    private static final Map<AddonKind, Set<String>> IMAGES = Map.of(
            AddonKind.NFS_PROVISIONER, Set.of("nfs-subdir-external-provisioner", "nfs-client-provisioner"),
            AddonKind.NFS_CSI, Set.of("nfsplugin"),
            AddonKind.HEADLAMP, Set.of("headlamp"),
            AddonKind.LOG_COLLECTOR, Set.of("fluent-bit", "fluentd", "filebeat", "promtail", "vector"));

    private AddonWorkloads() {}

    /** Those of one of these kinds. */
    public static List<HasMetadata> of(Set<AddonKind> kinds, List<HasMetadata> workloads) {
        return workloads.stream()
                .filter(workload -> kinds.stream().anyMatch(kind -> runs(workload, kind)))
                .toList();
    }

    private static boolean runs(HasMetadata workload, AddonKind kind) {
        return new Subject(workload)
                .template().stream()
                        .flatMap(template -> template.getSpec().getContainers().stream())
                        .map(Container::getImage)
                        .map(AddonWorkloads::name)
                        .anyMatch(IMAGES.getOrDefault(kind, Set.of())::contains);
    }

    private static String name(String image) {
        return image.replaceFirst("@.*$", "").replaceFirst("^.*/", "").replaceFirst(":.*$", "");
    }
}
