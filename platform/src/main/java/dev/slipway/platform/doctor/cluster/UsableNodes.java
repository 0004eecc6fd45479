package dev.slipway.platform.doctor.cluster;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;

/** Nodes that take any pod: ready, open, and without a taint. */
final class UsableNodes {
    private UsableNodes() {}

    static boolean has(Node node) {
        boolean ready = node.getStatus() != null
                && node.getStatus().getConditions().stream()
                        .anyMatch(condition -> condition.getType().equals("Ready")
                                && condition.getStatus().equals("True"));
        boolean open = !Boolean.TRUE.equals(node.getSpec().getUnschedulable())
                && node.getSpec().getTaints().stream()
                        .noneMatch(taint -> taint.getEffect().startsWith("No"));
        return ready && open;
    }

    static BigDecimal allocatable(Node node, String resource) {
        Quantity amount = node.getStatus().getAllocatable().get(resource);
        return amount == null ? BigDecimal.ZERO : Quantity.getAmountInBytes(amount);
    }
}
