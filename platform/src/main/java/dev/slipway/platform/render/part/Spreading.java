package dev.slipway.platform.render.part;

import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.Placement;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.AffinityBuilder;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeAffinityBuilder;
import io.fabric8.kubernetes.api.model.PodAffinity;
import io.fabric8.kubernetes.api.model.PodAffinityBuilder;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTermBuilder;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.PodAntiAffinityBuilder;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.TolerationBuilder;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraintBuilder;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTermBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where the pods of a component run: apart from each other, over zones and nodes, and as its description says. */
public final class Spreading {
    /** Priority of the middleware: what everything else stands on. */
    public static final String MIDDLEWARE_PRIORITY = "middleware";

    /** Priority of the services. */
    public static final String SERVICES_PRIORITY = "services";

    private static final String HOST = "kubernetes.io/hostname";
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final int WEIGHT = 100;

    private Spreading() {}

    /** @param priority one of the two above, when the placement names no class */
    public static void place(
            PodSpecBuilder pod, Context context, String component, Placement placement, String priority) {
        Map<String, String> selector = context.selector(component);
        pod.withPriorityClassName(
                        placement.priority() == null
                                ? className(context.environment(), priority)
                                : placement.priority())
                .withTopologySpreadConstraints(spread(ZONE, selector), spread(HOST, selector))
                .withAffinity(affinity(context, selector, placement))
                .withTolerations(placement.tolerations().stream()
                        .map(Spreading::toleration)
                        .toList());
        if (!placement.nodeSelector().isEmpty()) {
            pod.withNodeSelector(new TreeMap<>(placement.nodeSelector()));
        }
    }

    /** A class is the cluster's: two environments of one cluster have classes of their own. */
    public static String className(Environment environment, String priority) {
        return environment.name() + "-" + priority;
    }

    private static TopologySpreadConstraint spread(String over, Map<String, String> selector) {
        return new TopologySpreadConstraintBuilder()
                .withMaxSkew(1)
                .withTopologyKey(over)
                .withWhenUnsatisfiable("ScheduleAnyway")
                .withNewLabelSelector()
                .withMatchLabels(selector)
                .endLabelSelector()
                .build();
    }

    private static Affinity affinity(Context context, Map<String, String> selector, Placement placement) {
        return new AffinityBuilder()
                .withPodAntiAffinity(apart(selector, placement.apart()))
                .withPodAffinity(near(context, placement))
                .withNodeAffinity(nodes(placement.preferredNodes()))
                .build();
    }

    private static PodAntiAffinity apart(Map<String, String> selector, Placement.Apart apart) {
        PodAffinityTerm sameHost = onOneHost(selector);
        return switch (apart) {
            case PREFERRED ->
                new PodAntiAffinityBuilder()
                        .withPreferredDuringSchedulingIgnoredDuringExecution(preferred(sameHost))
                        .build();
            case REQUIRED ->
                new PodAntiAffinityBuilder()
                        .withRequiredDuringSchedulingIgnoredDuringExecution(sameHost)
                        .build();
        };
    }

    private static @Nullable PodAffinity near(Context context, Placement placement) {
        if (placement.near().isEmpty()) {
            return null;
        }
        var near = new PodAffinityBuilder();
        placement.near().stream()
                .sorted()
                .forEach(other -> near.addToPreferredDuringSchedulingIgnoredDuringExecution(
                        preferred(onOneHost(context.selector(other)))));
        return near.build();
    }

    private static @Nullable NodeAffinity nodes(Map<String, String> preferred) {
        if (preferred.isEmpty()) {
            return null;
        }
        var nodes = new NodeAffinityBuilder();
        new TreeMap<>(preferred).forEach((label, value) -> nodes.addNewPreferredDuringSchedulingIgnoredDuringExecution()
                .withWeight(WEIGHT)
                .withNewPreference()
                .addNewMatchExpression()
                .withKey(label)
                .withOperator("In")
                .withValues(value)
                .endMatchExpression()
                .endPreference()
                .endPreferredDuringSchedulingIgnoredDuringExecution());
        return nodes.build();
    }

    private static WeightedPodAffinityTerm preferred(PodAffinityTerm term) {
        return new WeightedPodAffinityTermBuilder()
                .withWeight(WEIGHT)
                .withPodAffinityTerm(term)
                .build();
    }

    private static PodAffinityTerm onOneHost(Map<String, String> selector) {
        return new PodAffinityTermBuilder()
                .withTopologyKey(HOST)
                .withNewLabelSelector()
                .withMatchLabels(selector)
                .endLabelSelector()
                .build();
    }

    private static Toleration toleration(Placement.Toleration taint) {
        return new TolerationBuilder()
                .withKey(taint.key())
                .withOperator(taint.value() == null ? "Exists" : "Equal")
                .withValue(taint.value())
                .withEffect(taint.effect() == null ? null : taint.effect().toString())
                .build();
    }
}
