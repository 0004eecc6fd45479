package dev.slipway.platform.doctor.cluster;

import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.Finding;
import dev.slipway.platform.prediction.Amounts;
import dev.slipway.platform.prediction.Demand;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Room on the nodes for all pods together.
 *
 * @param others pods of others that run
 * @param wanted what the environment asks for
 */
public record RoomCheck(List<Node> nodes, List<Pod> others, Demand wanted) implements Check {
    static final String NAME = "room";
    private static final String FIX = "more or larger nodes, or less memory, cpu or replicas in platform.yaml";

    @Override
    public List<Finding> look() {
        List<Node> usable = nodes.stream().filter(UsableNodes::has).toList();
        if (usable.isEmpty()) {
            return List.of(Finding.problem(NAME, "no node is ready for pods", "see that a node is ready"));
        }
        var taken = new Demand();
        others.stream()
                .filter(pod -> usable.stream().anyMatch(node -> node.getMetadata()
                        .getName()
                        .equals(pod.getSpec().getNodeName())))
                .forEach(pod -> taken.add(pod.getSpec(), 1));
        return Stream.of("cpu", "memory", "pods")
                .map(resource -> finding(resource, usable, taken))
                .toList();
    }

    private Finding finding(String resource, List<Node> usable, Demand taken) {
        BigDecimal free = usable.stream()
                .map(node -> UsableNodes.allocatable(node, resource))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(taken.of(resource));
        String found = Amounts.text(resource, free) + " " + resource + " are free on " + usable.size()
                + " nodes, requested are " + Amounts.text(resource, wanted.of(resource));
        return wanted.of(resource).compareTo(free) > 0 ? Finding.problem(NAME, found, FIX) : Finding.ok(NAME, found);
    }
}
