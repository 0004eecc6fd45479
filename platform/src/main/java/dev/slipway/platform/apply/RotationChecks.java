package dev.slipway.platform.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.diff.Differences;
import dev.slipway.platform.diff.OwnFields;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to hold before a rotation writes anything: one that cannot come to its end is not begun. */
record RotationChecks(Cluster cluster, Manifests manifests) {
    private static final List<String> CHANGING = List.of("get", "list", "patch");
    private static final List<String> RUNNING = List.of("get", "list", "create", "patch", "delete");

    /** @throws UserError naming the rights that are missing */
    void rights(Collection<Manifest> workloads, boolean jobs) throws InterruptedException {
        var missing = new TreeSet<String>();
        missing("v1", "Secret", List.of("get", "patch"), missing);
        if (jobs) {
            missing("batch/v1", "Job", RUNNING, missing);
        }
        Set<String> kinds =
                workloads.stream().map(workload -> workload.object().getKind()).collect(Collectors.toSet());
        for (String kind : kinds) {
            missing("apps/v1", kind, CHANGING, missing);
        }
        if (!missing.isEmpty()) {
            throw new UserError(
                    "not permitted in " + manifests.namespace() + ": " + String.join(", ", missing),
                    "ask for the rights that are named; nothing was written",
                    ExitCode.REFUSED);
        }
    }

    private void missing(String apiVersion, String kind, List<String> verbs, Set<String> missing)
            throws InterruptedException {
        for (String verb : verbs) {
            if (!cluster.may(verb, apiVersion, kind, manifests.namespace())) {
                missing.add(verb + " " + kind);
            }
        }
    }

    /**
     * A server knows what a rotation asks of it only as it is described now.
     *
     * @throws UserError naming what is not on the cluster as it is described
     */
    void described(Set<String> components) throws InterruptedException {
        var changed = new TreeSet<String>();
        for (Manifest manifest : manifests.manifests()) {
            if (components.contains(manifest.component()) && !isAsDescribed(manifest.object())) {
                changed.add(ObjectId.of(manifest.object()).toString());
            }
        }
        if (!changed.isEmpty()) {
            throw new UserError(
                    "not on the cluster as described: " + String.join(", ", changed),
                    "run 'slipway apply' first; nothing was written",
                    ExitCode.FAILED);
        }
    }

    /** The server itself is asked only where the fields alone do not tell it: that takes the right to write. */
    private boolean isAsDescribed(HasMetadata object) throws InterruptedException {
        ObjectNode marked = Ownership.mark(cluster.tree(object), manifests);
        Optional<ObjectNode> live = cluster.get(ObjectId.of(object));
        return live.isPresent()
                && (OwnFields.areAsDescribed(live.get(), marked, Cluster.MANAGER)
                        || Differences.between(live.get(), cluster.apply(marked, true))
                                .isEmpty());
    }

    /** @throws UserError naming a workload whose pods nobody would start anew */
    static void replaced(Collection<Manifest> workloads) {
        for (Manifest workload : workloads) {
            if (workload.object() instanceof StatefulSet set && isHeldBack(set)) {
                throw new UserError(
                        ObjectId.of(set) + " does not start anew by itself: its pods have the old value for good",
                        "set middleware." + workload.component() + ".updates to 'rolling' without a partition, apply,"
                                + " then rotate",
                        ExitCode.FAILED);
            }
        }
    }

    private static boolean isHeldBack(StatefulSet set) {
        var strategy = set.getSpec().getUpdateStrategy();
        if (strategy == null) {
            return false;
        }
        Integer partition = strategy.getRollingUpdate() == null
                ? null
                : strategy.getRollingUpdate().getPartition();
        return "OnDelete".equals(strategy.getType()) || (partition != null && partition > 0);
    }

    /** @throws UserError naming what does not work already, so that a rotation would wait for it in vain */
    void ready(Stream<Manifest> workloads) throws InterruptedException {
        var unready = new TreeMap<>(new Observation(cluster, manifests.environment())
                .of(workloads
                        .map(workload -> ObjectId.of(workload.object()))
                        .distinct()
                        .toList()));
        unready.values().removeIf(Readiness.Ready.class::isInstance);
        if (!unready.isEmpty()) {
            throw new UserError(
                    "not ready, and nothing was written:\n  "
                            + unready.entrySet().stream()
                                    .map(entry -> entry.getKey() + ": "
                                            + entry.getValue().reason())
                                    .collect(Collectors.joining("\n  ")),
                    "mend what is named first",
                    ExitCode.FAILED);
        }
    }
}
