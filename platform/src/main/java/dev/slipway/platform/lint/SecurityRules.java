package dev.slipway.platform.lint;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pod Security's level restricted, and what it leaves open. */
final class SecurityRules {
    /** Below it are the users of hosts. */
    private static final long FIRST_USER = 10_000;

    private SecurityRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("no-host", "No namespace, path or port of the node.", (subject, others) -> subject.pods()
                        .flatMap(SecurityRules::host)),
                new Rule(
                        "no-privilege",
                        "No privileges, no way to more of them, all capabilities dropped.",
                        (subject, others) -> subject.containers().flatMap(SecurityRules::privilege)),
                new Rule("non-root", "Not as root.", (subject, others) -> subject.pods()
                        .flatMap(SecurityRules::root)),
                new Rule(
                        "high-user",
                        "A user above 10000, unless the image dictates one.",
                        (subject, others) -> subject.pods().flatMap(SecurityRules::user)),
                new Rule(
                        "seccomp",
                        "The system calls that the runtime allows by default.",
                        (subject, others) -> subject.pods().flatMap(SecurityRules::seccomp)),
                new Rule(
                        "read-only-root",
                        "A root file system that cannot be written.",
                        (subject, others) -> subject.containers().flatMap(SecurityRules::writable)),
                new Rule("scratch-sized", "An emptyDir has a size.", (subject, others) -> subject.pods()
                        .flatMap(SecurityRules::unbounded)),
                new Rule("own-account", "A ServiceAccount of its own, which is rendered too.", SecurityRules::account),
                new Rule("no-token", "No token of the API server in a pod.", (subject, others) -> subject.pods()
                        .flatMap(SecurityRules::token)));
    }

    private static Stream<String> host(PodSpec pod) {
        var faults = new ArrayList<String>();
        if (yes(pod.getHostNetwork()) || yes(pod.getHostPID()) || yes(pod.getHostIPC())) {
            faults.add("uses a namespace of the node");
        }
        pod.getVolumes().stream()
                .filter(volume -> volume.getHostPath() != null)
                .forEach(volume -> faults.add("volume " + volume.getName() + " is a path of the node"));
        containers(pod)
                .flatMap(container -> container.getPorts().stream())
                .filter(port -> port.getHostPort() != null)
                .forEach(port -> faults.add("takes the port " + port.getHostPort() + " of the node"));
        return faults.stream();
    }

    private static Stream<Container> containers(PodSpec pod) {
        return Stream.concat(pod.getContainers().stream(), pod.getInitContainers().stream());
    }

    private static boolean yes(Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static SecurityContext context(Container container) {
        return Optional.ofNullable(container.getSecurityContext())
                .orElseGet(() -> new SecurityContextBuilder().build());
    }

    private static Optional<PodSecurityContext> context(PodSpec pod) {
        return Optional.ofNullable(pod.getSecurityContext());
    }

    private static Stream<String> privilege(Container container) {
        var faults = new ArrayList<String>();
        SecurityContext context = context(container);
        if (yes(context.getPrivileged())) {
            faults.add("is privileged");
        }
        if (!Boolean.FALSE.equals(context.getAllowPrivilegeEscalation())) {
            faults.add("may get more privileges, allowed: allowPrivilegeEscalation: false");
        }
        var capabilities = context.getCapabilities();
        if (capabilities == null || !capabilities.getDrop().contains("ALL")) {
            faults.add("keeps capabilities, allowed: drop: [ALL]");
        }
        if (capabilities != null && !List.of("NET_BIND_SERVICE").containsAll(capabilities.getAdd())) {
            faults.add("adds the capabilities " + capabilities.getAdd());
        }
        return faults.stream().map(fault -> "container " + container.getName() + " " + fault);
    }

    private static Stream<String> root(PodSpec pod) {
        boolean podSays = context(pod).filter(all -> yes(all.getRunAsNonRoot())).isPresent();
        return containers(pod)
                .filter(container -> {
                    SecurityContext own = context(container);
                    Boolean nonRoot = own.getRunAsNonRoot();
                    boolean asRoot = own.getRunAsUser() != null && own.getRunAsUser() == 0;
                    return asRoot || Boolean.FALSE.equals(nonRoot) || (nonRoot == null && !podSays);
                })
                .map(container -> "container " + container.getName() + " may run as root, allowed: runAsNonRoot: true");
    }

    private static Stream<String> user(PodSpec pod) {
        return containers(pod).flatMap(container -> {
            Long own = context(container).getRunAsUser();
            long user = own != null
                    ? own
                    : context(pod).map(PodSecurityContext::getRunAsUser).orElse(0L);
            return user > FIRST_USER
                    ? Stream.empty()
                    : Stream.of("container " + container.getName() + " runs as user " + user + ", allowed: above "
                            + FIRST_USER);
        });
    }

    /** A container's own profile counts in the place of the pod's. */
    private static Stream<String> seccomp(PodSpec pod) {
        boolean set = context(pod)
                .map(PodSecurityContext::getSeccompProfile)
                .filter(SecurityRules::confines)
                .isPresent();
        Stream<String> whole = set ? Stream.empty() : Stream.of("has no seccomp profile, allowed: RuntimeDefault");
        Stream<String> parts = containers(pod)
                .filter(container -> context(container).getSeccompProfile() != null
                        && !confines(context(container).getSeccompProfile()))
                .map(container ->
                        "container " + container.getName() + " has no seccomp profile, allowed: RuntimeDefault");
        return Stream.concat(whole, parts);
    }

    private static boolean confines(SeccompProfile profile) {
        return List.of("RuntimeDefault", "Localhost").contains(profile.getType());
    }

    private static Stream<String> writable(Container container) {
        return yes(context(container).getReadOnlyRootFilesystem())
                ? Stream.empty()
                : Stream.of("container " + container.getName()
                        + " may write its root file system, allowed: readOnlyRootFilesystem: true");
    }

    private static Stream<String> unbounded(PodSpec pod) {
        return pod.getVolumes().stream()
                .filter(volume ->
                        volume.getEmptyDir() != null && volume.getEmptyDir().getSizeLimit() == null)
                .map(volume -> "volume " + volume.getName() + " has no sizeLimit");
    }

    private static Stream<String> account(Subject subject, Surroundings others) {
        return subject.pods().flatMap(pod -> {
            String account = pod.getServiceAccountName();
            if (account == null || account.equals("default")) {
                return Stream.of("has no account of its own");
            }
            return others.find("ServiceAccount", subject.namespace(), account).isPresent()
                    ? Stream.empty()
                    : Stream.of("its account " + account + " is not rendered");
        });
    }

    private static Stream<String> token(PodSpec pod) {
        return Boolean.FALSE.equals(pod.getAutomountServiceAccountToken())
                ? Stream.empty()
                : Stream.of("has a token of the API server, allowed: automountServiceAccountToken: false");
    }
}
