package dev.slipway.platform.render.part;

import dev.slipway.platform.spec.Memory;
import dev.slipway.platform.spec.Resources;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import java.util.Map;
import java.util.TreeMap;

/** Requests and limits. Memory and disk are asked for as a whole: a pod that was promised less is killed at a bad time. */
public final class Needs {
    private Needs() {}

    public static ResourceRequirements of(Memory memory, Resources resources) {
        return of(
                memory.toString(),
                resources.cpu().toString(),
                resources.cpuLimit().toString(),
                resources.disk().toString());
    }

    /** For containers beside the main one; amounts as Kubernetes writes them. */
    public static ResourceRequirements of(String memory, String cpu, String cpuLimit, String disk) {
        return new ResourceRequirementsBuilder()
                .withRequests(amounts(memory, cpu, disk))
                .withLimits(amounts(memory, cpuLimit, disk))
                .build();
    }

    private static Map<String, Quantity> amounts(String memory, String cpu, String disk) {
        return new TreeMap<>(Map.of(
                "cpu", Quantity.parse(cpu),
                "memory", Quantity.parse(memory),
                "ephemeral-storage", Quantity.parse(disk)));
    }
}
