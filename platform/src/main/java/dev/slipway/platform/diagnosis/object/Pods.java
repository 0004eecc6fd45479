package dev.slipway.platform.diagnosis.object;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rules ask of a pod. */
final class Pods {
    private Pods() {}

    static Stream<PodCondition> conditions(Pod pod) {
        return pod.getStatus() == null ? Stream.empty() : pod.getStatus().getConditions().stream();
    }

    /** Where a container is, for people. */
    static String place(Pod pod, ContainerStatus container) {
        return (isInit(pod, container.getName()) ? "init container " : "container ") + container.getName() + " of pod "
                + pod.getMetadata().getName();
    }

    static boolean isInit(Pod pod, String container) {
        return pod.getSpec().getInitContainers().stream()
                .anyMatch(candidate -> candidate.getName().equals(container));
    }

    static Optional<Container> container(Pod pod, String name) {
        return Stream.concat(pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst();
    }

    /** What its containers ask for together; nothing when they ask for nothing. */
    static Optional<String> requests(Pod pod) {
        var sums = new TreeMap<String, Quantity>();
        for (Container container : pod.getSpec().getContainers()) {
            if (container.getResources() != null && container.getResources().getRequests() != null) {
                container
                        .getResources()
                        .getRequests()
                        .forEach((resource, amount) -> sums.merge(resource, amount, Quantity::add));
            }
        }
        return sums.isEmpty() ? Optional.empty() : Optional.of("it asks for " + listed(sums));
    }

    private static String listed(Map<String, Quantity> amounts) {
        return amounts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
