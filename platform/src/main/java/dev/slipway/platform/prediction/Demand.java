package dev.slipway.platform.prediction;

import dev.slipway.platform.lint.Subject;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** What pods and claims ask for together, by resource as a quota names it; in cores, bytes and pieces. */
public final class Demand {
    private final Map<String, BigDecimal> amounts = new TreeMap<>();

    /** What stays once all is ready; Jobs end, and DaemonSets are the nodes' matter. */
    public static Demand of(Manifests manifests) {
        return of(manifests, object -> true);
    }

    /** The same of those objects that are meant. */
    static Demand of(Manifests manifests, Predicate<HasMetadata> meant) {
        var counts = new PodCounts(manifests);
        return of(manifests, meant, counts::staying);
    }

    /** What there may be of those objects: all that may be scaled up is, all is being replaced, and all Jobs run. */
    static Demand atMost(Manifests manifests, Predicate<HasMetadata> meant) {
        var counts = new PodCounts(manifests);
        return of(manifests, meant, counts::atMost);
    }

    private static Demand of(Manifests manifests, Predicate<HasMetadata> meant, ToIntFunction<Subject> count) {
        var demand = new Demand();
        for (Manifest manifest : manifests.manifests()) {
            if (!meant.test(manifest.object())) {
                continue;
            }
            var subject = new Subject(manifest.object());
            int pods = count.applyAsInt(subject);
            subject.template().ifPresent(template -> demand.add(template.getSpec(), pods));
            if (manifest.object() instanceof StatefulSet set) {
                set.getSpec().getVolumeClaimTemplates().forEach(claim -> demand.add(claim, pods));
            } else if (manifest.object() instanceof PersistentVolumeClaim claim) {
                demand.add(claim, 1);
            }
        }
        return demand;
    }

    /** The most that one more pod needs without which those objects do not come to be: of a rollout, or of a Job. */
    static Demand oneMore(Manifests manifests, Predicate<HasMetadata> meant) {
        var counts = new PodCounts(manifests);
        var most = new Demand();
        manifests.objects().stream()
                .filter(meant)
                .map(Subject::new)
                .filter(counts::needsOneMore)
                .forEach(subject -> {
                    var one = new Demand();
                    subject.template().ifPresent(template -> one.add(template.getSpec(), 1));
                    one.amounts.forEach((name, amount) -> most.amounts.merge(name, amount, BigDecimal::max));
                });
        return most;
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
