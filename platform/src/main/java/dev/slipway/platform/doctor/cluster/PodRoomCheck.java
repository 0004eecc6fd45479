package dev.slipway.platform.doctor.cluster;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.diagnosis.object.Keys;
import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.Finding;
import dev.slipway.platform.lint.Subject;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.prediction.Amounts;
import dev.slipway.platform.prediction.Demand;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Room on one node for each pod; those of DaemonSets are the nodes' matter. */
public record PodRoomCheck(List<Node> nodes, List<Manifest> manifests, Keys keys) implements Check {
    /** What a pod asks for, with the key of its component that says how much. */
    private static final Map<String, String> FIELDS = Map.of("memory", "memory", "cpu", "resources.cpu");

    @Override
    public List<Finding> look() {
        List<Node> usable = nodes.stream().filter(UsableNodes::has).toList();
        return manifests.stream()
                .filter(manifest -> !(manifest.object() instanceof DaemonSet) && !usable.isEmpty())
                .flatMap(manifest -> finding(manifest, usable).stream())
                .toList();
    }

    private Optional<Finding> finding(Manifest manifest, List<Node> usable) {
        Optional<PodTemplateSpec> template = new Subject(manifest.object()).template();
        if (template.isEmpty()) {
            return Optional.empty();
        }
        var wanted = new Demand();
        wanted.add(template.get().getSpec(), 1);
        return usable.stream().anyMatch(node -> lacking(node, wanted).isEmpty())
                ? Optional.empty()
                : Optional.of(problem(manifest, wanted, largest(usable, wanted)));
    }

    /** Of that which no node has enough of; of memory where it is only that no node has enough of both. */
    private static Node largest(List<Node> usable, Demand wanted) {
        boolean cpu = usable.stream().allMatch(node -> lacking(node, wanted).equals(List.of("cpu")));
        return usable.stream()
                .max(Comparator.comparing(node -> UsableNodes.allocatable(node, cpu ? "cpu" : "memory")))
                .orElseThrow();
    }

    private static List<String> lacking(Node node, Demand wanted) {
        return FIELDS.keySet().stream()
                .filter(resource -> wanted.of(resource).compareTo(UsableNodes.allocatable(node, resource)) > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private Finding problem(Manifest manifest, Demand wanted, Node largest) {
        String fields = lacking(largest, wanted).stream()
                .map(resource -> keys.of(manifest.component(), FIELDS.getOrDefault(resource, resource)))
                .distinct()
                .collect(Collectors.joining("; "));
        return Finding.problem(
                RoomCheck.NAME,
                manifest.component() + ": a pod of " + ObjectId.of(manifest.object()) + " asks for " + text(wanted::of)
                        + ", which no node has; the largest, "
                        + largest.getMetadata().getName() + ", has "
                        + text(resource -> UsableNodes.allocatable(largest, resource)),
                fields + "; or a larger node");
    }

    private static String text(Function<String, BigDecimal> amounts) {
        return Stream.of("cpu", "memory")
                .map(resource -> Amounts.text(resource, amounts.apply(resource)) + " " + resource)
                .collect(Collectors.joining(" and "));
    }
}
