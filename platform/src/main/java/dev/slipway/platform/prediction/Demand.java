package dev.slipway.platform.prediction;

import dev.slipway.platform.lint.Subject;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What pods and claims ask for together, by resource as a quota names it; in cores, bytes and pieces. */
public final class Demand {
    private final Map<String, BigDecimal> amounts = new TreeMap<>();

    /** What stays once all is ready; Jobs end, and DaemonSets are the nodes' matter. */
    public static Demand of(Manifests manifests) {
        return of(manifests, object -> true);
    }

    /** The same of those objects that are meant. */
    static Demand of(Manifests manifests, Predicate<HasMetadata> meant) {
        var demand = new Demand();
        for (Manifest manifest : manifests.manifests()) {
            if (!meant.test(manifest.object())) {
                continue;
            }
            var subject = new Subject(manifest.object());
            boolean stays = !subject.endsByItself() && !(manifest.object() instanceof DaemonSet);
            int replicas = stays ? replicas(subject, manifests) : 0;
            subject.template().ifPresent(template -> demand.add(template.getSpec(), replicas));
            if (manifest.object() instanceof StatefulSet set) {
                set.getSpec().getVolumeClaimTemplates().forEach(claim -> demand.add(claim, replicas));
            } else if (manifest.object() instanceof PersistentVolumeClaim claim) {
                demand.add(claim, 1);
            }
        }
        return demand;
    }

    /** What is scaled by load has its least number. */
    private static int replicas(Subject subject, Manifests manifests) {
        return manifests.objects().stream()
                .flatMap(
                        object -> object instanceof HorizontalPodAutoscaler scaler ? Stream.of(scaler) : Stream.empty())
                .filter(scaler -> scaler.getSpec()
                                .getScaleTargetRef()
                                .getName()
                                .equals(subject.object().getMetadata().getName())
                        && scaler.getSpec()
                                .getScaleTargetRef()
                                .getKind()
                                .equals(subject.object().getKind()))
                .map(scaler -> Objects.requireNonNullElse(scaler.getSpec().getMinReplicas(), 1))
                .findFirst()
                .orElseGet(subject::replicas);
    }

    /** Adds pods of one form. */
    public void add(PodSpec pod, int replicas) {
        var sum = new TreeMap<String, BigDecimal>();
        pod.getContainers().forEach(container -> asked(container)
                .forEach((name, amount) -> sum.merge(name, amount, BigDecimal::add)));
        pod.getInitContainers().forEach(container -> asked(container)
                .forEach((name, amount) ->
                        sum.merge(name, amount, BigDecimal::max))); // they run before the others, one after the other
        sum.put("pods", BigDecimal.ONE);
        sum.forEach((name, amount) -> add(name, amount, replicas));
    }

    /** Adds claims of one form. */
    public void add(PersistentVolumeClaim claim, int replicas) {
        var requests = claim.getSpec().getResources() == null
                ? null
                : claim.getSpec().getResources().getRequests();
        Quantity storage = requests == null ? null : requests.get("storage");
        if (storage != null) {
            add("requests.storage", Quantity.getAmountInBytes(storage), replicas);
        }
        add("persistentvolumeclaims", BigDecimal.ONE, replicas);
    }

    private void add(String name, BigDecimal amount, int times) {
        amounts.merge(name, amount.multiply(BigDecimal.valueOf(times)), BigDecimal::add);
    }

    private static Map<String, BigDecimal> asked(Container container) {
        var asked = new TreeMap<String, BigDecimal>();
        var resources = container.getResources();
        if (resources != null && resources.getRequests() != null) {
            resources
                    .getRequests()
                    .forEach((name, amount) -> asked.put("requests." + name, Quantity.getAmountInBytes(amount)));
        }
        if (resources != null && resources.getLimits() != null) {
            resources
                    .getLimits()
                    .forEach((name, amount) -> asked.put("limits." + name, Quantity.getAmountInBytes(amount)));
        }
        return asked;
    }

    /** @param resource as a quota names it; the short names of older quotas mean requests */
    public BigDecimal of(String resource) {
        String name =
                switch (resource) {
                    case "cpu", "memory", "ephemeral-storage" -> "requests." + resource;
                    case "count/pods" -> "pods";
                    default -> resource;
                };
        return amounts.getOrDefault(name, BigDecimal.ZERO);
    }
}
