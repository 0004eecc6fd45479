package dev.slipway.platform.lint;

import io.fabric8.kubernetes.api.model.AppArmorProfile;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SELinuxOptions;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the level restricted of Pod Security forbids beside what has a rule of its own
 * (kubernetes.io/docs/concepts/security/pod-security-standards).
 */
final class RestrictedRules {
    /** Kernel parameters of a pod alone. */
    private static final Set<String> SAFE = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.ping_group_range",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_syncookies");

    private static final Set<String> TYPES = Set.of("container_t", "container_init_t", "container_kvm_t");

    private RestrictedRules() {}

    static List<Rule> all() {
        return List.of(new Rule(
                "level-restricted",
                "Nothing else that the level restricted forbids: kinds of volumes, kernel parameters, SELinux, /proc.",
                (subject, others) -> subject.pods().flatMap(RestrictedRules::faults)));
    }

    private static Stream<String> faults(PodSpec pod) {
        Stream<String> volumes = pod.getVolumes().stream()
                .filter(volume -> !allowed(volume))
                .map(volume -> "volume " + volume.getName() + " is of a kind that the level restricted forbids");
        Stream<String> whole = Stream.ofNullable(pod.getSecurityContext()).flatMap(RestrictedRules::faults);
        Stream<String> parts = Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream())
                .flatMap(RestrictedRules::faults);
        return Stream.of(volumes, whole, parts).flatMap(all -> all);
    }

    /** A path of the node has a rule of its own. */
    private static boolean allowed(Volume volume) {
        return Stream.of(
                        volume.getConfigMap(),
                        volume.getCsi(),
                        volume.getDownwardAPI(),
                        volume.getEmptyDir(),
                        volume.getEphemeral(),
                        volume.getPersistentVolumeClaim(),
                        volume.getProjected(),
                        volume.getSecret(),
                        volume.getHostPath())
                .anyMatch(Objects::nonNull);
    }

    private static Stream<String> faults(PodSecurityContext context) {
        return Stream.of(
                        fault(
                                context.getSysctls().stream().anyMatch(set -> !SAFE.contains(set.getName())),
                                "sets kernel parameters of the node"),
                        fault(other(context.getSeLinuxOptions()), "sets options of SELinux"),
                        fault(unconfined(context.getAppArmorProfile()), "is not held by AppArmor"))
                .flatMap(Optional::stream);
    }

    private static Stream<String> faults(Container container) {
        SecurityContext context = container.getSecurityContext();
        if (context == null) {
            return Stream.empty();
        }
        return Stream.of(
                        fault(other(context.getSeLinuxOptions()), "sets options of SELinux"),
                        fault("Unmasked".equals(context.getProcMount()), "sees all of /proc"),
                        fault(unconfined(context.getAppArmorProfile()), "is not held by AppArmor"))
                .flatMap(Optional::stream)
                .map(fault -> "container " + container.getName() + " " + fault);
    }

    private static boolean other(@Nullable SELinuxOptions options) {
        return options != null
                && (options.getUser() != null
                        || options.getRole() != null
                        || (options.getType() != null && !TYPES.contains(options.getType())));
    }

    private static boolean unconfined(@Nullable AppArmorProfile profile) {
        return profile != null && "Unconfined".equals(profile.getType());
    }

    private static Optional<String> fault(boolean there, String what) {
        return there ? Optional.of(what) : Optional.empty();
    }
}
