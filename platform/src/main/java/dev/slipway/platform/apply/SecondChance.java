package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.readiness.Around;
import dev.slipway.platform.readiness.DoomedPod;
import dev.slipway.platform.readiness.Readiness;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whoever runs an apply again has perhaps mended what no object shows: an image that was not pushed, a value elsewhere.
 * A pod that was given up meanwhile would wait minutes for its next try, so it is deleted, and its owner makes it anew.
 */
final class SecondChance {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private final Cluster cluster;
    private final Clock clock;
    private final Set<ObjectId> given = new HashSet<>();
    private Instant until = Instant.MIN;

    SecondChance(Cluster cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
    }

    /** @param unready that stay as they are and were not ready before */
    void give(Collection<ObjectId> unready) throws InterruptedException {
        var around = new HashMap<String, Around>();
        for (ObjectId id : unready) {
            Optional<HasMetadata> live =
                    Bystanders.WITH_PODS.contains(id.kind()) ? cluster.get(id).map(cluster::typed) : Optional.empty();
            if (live.isPresent()) {
                if (!around.containsKey(id.namespace())) {
                    around.put(id.namespace(), pods(id.namespace()));
                }
                if (giveTo(live.get(), Objects.requireNonNull(around.get(id.namespace())))) {
                    given.add(id);
                }
            }
        }
        until = clock.instant().plus(LONG_ENOUGH);
    }

    private Around pods(String namespace) throws InterruptedException {
        return new Around(
                cluster.list(Pod.class, "v1", namespace),
                cluster.list(ReplicaSet.class, "apps/v1", namespace),
                Map.of());
    }

    private boolean giveTo(HasMetadata workload, Around around) throws InterruptedException {
        List<Pod> doomed = Stream.concat(Stream.of(workload), around.replicaSetsOf(workload).stream())
                .flatMap(owner -> around.podsOf(owner).stream())
                .filter(pod -> DoomedPod.find(pod).isPresent())
                .toList();
        try {
            for (Pod pod : doomed) {
                cluster.delete(ObjectId.of(pod), pod.getMetadata().getUid());
            }
            return !doomed.isEmpty();
        } catch (Refusal notPermitted) {
            return false; // then the kubelet's own next try is waited for
        }
    }

    /** A failure from before says nothing about the new pods. */
    Readiness judge(ObjectId id, Readiness verdict) {
        boolean stale = verdict instanceof Readiness.Failed
                && given.contains(id)
                && clock.instant().isBefore(until);
        return stale ? Readiness.progressing(verdict.reason() + "; its pods are made anew") : verdict;
    }
}
