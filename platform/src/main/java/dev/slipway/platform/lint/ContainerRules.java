package dev.slipway.platform.lint;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Images, amounts, probes and ports. */
final class ContainerRules {
    private static final List<String> AMOUNTS = List.of("cpu", "memory", "ephemeral-storage");

    private ContainerRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "image-pinned",
                        "An image has a tag or a digest, and the tag is not 'latest'.",
                        (subject, others) -> each(subject.containers(), ContainerRules::image)),
                new Rule(
                        "amounts",
                        "A container says what it needs and may use of cpu, memory and ephemeral storage.",
                        (subject, others) -> subject.containers().flatMap(ContainerRules::amounts)),
                new Rule(
                        "probes",
                        "A container that serves has a startup, a readiness and a liveness probe.",
                        (subject, others) -> subject.servers().flatMap(ContainerRules::probes)),
                new Rule(
                        "probes-differ",
                        "Readiness and liveness do not ask the same: who is not ready is not dead.",
                        (subject, others) -> each(subject.servers(), ContainerRules::sameQuestion)),
                new Rule(
                        "ports-named",
                        "Every port of a container has a name.",
                        (subject, others) -> subject.containers().flatMap(ContainerRules::ports)),
                new Rule(
                        "probe-ports",
                        "A probe asks at a port that its container has.",
                        (subject, others) -> subject.servers().flatMap(ContainerRules::probePorts)));
    }

    /** A fault of a container, or null. */
    private interface One {
        @Nullable
        String fault(Container container);
    }

    private static Stream<String> each(Stream<Container> containers, One one) {
        return containers.flatMap(container ->
                Stream.ofNullable(one.fault(container)).map(fault -> "container " + container.getName() + " " + fault));
    }

    private static @Nullable String image(Container container) {
        String image = String.valueOf(container.getImage());
        String last = image.substring(image.lastIndexOf('/') + 1);
        if (image.contains("@sha256:")) {
            return null;
        }
        return !last.contains(":") || last.endsWith(":latest")
                ? "has the image '" + image + "', allowed: one with a tag or digest, not 'latest'"
                : null;
    }

    private static Stream<String> amounts(Container container) {
        var resources = Optional.ofNullable(container.getResources());
        return AMOUNTS.stream()
                .flatMap(amount -> Stream.of(
                        missing(resources.map(all -> all.getRequests()).orElse(Map.of()), "request", amount),
                        missing(resources.map(all -> all.getLimits()).orElse(Map.of()), "limit", amount)))
                .flatMap(Optional::stream)
                .map(what -> "container " + container.getName() + " has no " + what);
    }

    private static Optional<String> missing(Map<String, Quantity> amounts, String kind, String amount) {
        return amounts.containsKey(amount) ? Optional.empty() : Optional.of(kind + " of " + amount);
    }

    private static Stream<String> probes(Container container) {
        var probes = new LinkedHashMap<String, @Nullable Probe>();
        probes.put("startup", container.getStartupProbe());
        probes.put("readiness", container.getReadinessProbe());
        probes.put("liveness", container.getLivenessProbe());
        return probes.entrySet().stream()
                .filter(probe -> probe.getValue() == null)
                .map(probe -> "container " + container.getName() + " has no " + probe.getKey() + " probe");
    }

    private static @Nullable String sameQuestion(Container container) {
        Probe ready = container.getReadinessProbe();
        Probe alive = container.getLivenessProbe();
        return ready != null && alive != null && question(ready).equals(question(alive))
                ? "asks the same for readiness and liveness"
                : null;
    }

    private static List<Object> question(Probe probe) {
        return Stream.of(probe.getHttpGet(), probe.getExec(), probe.getTcpSocket(), probe.getGrpc())
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }

    private static Stream<String> ports(Container container) {
        return container.getPorts().stream()
                .filter(port -> port.getName() == null)
                .map(port ->
                        "container " + container.getName() + " has no name for its port " + port.getContainerPort());
    }

    private static Stream<String> probePorts(Container container) {
        return Stream.of(container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe())
                .filter(Objects::nonNull)
                .flatMap(probe -> port(probe).stream())
                .distinct()
                .filter(port -> container.getPorts().stream().noneMatch(own -> is(own, port)))
                .map(port ->
                        "container " + container.getName() + " is probed at port " + port + ", which it does not have");
    }

    private static Optional<String> port(Probe probe) {
        if (probe.getHttpGet() != null) {
            return Optional.of(String.valueOf(probe.getHttpGet().getPort().getValue()));
        }
        if (probe.getTcpSocket() != null) {
            return Optional.of(String.valueOf(probe.getTcpSocket().getPort().getValue()));
        }
        return Optional.ofNullable(probe.getGrpc()).map(grpc -> String.valueOf(grpc.getPort()));
    }

    private static boolean is(ContainerPort own, String port) {
        return port.equals(own.getName()) || port.equals(String.valueOf(own.getContainerPort()));
    }
}
