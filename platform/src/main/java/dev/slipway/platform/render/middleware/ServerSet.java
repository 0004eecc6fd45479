package dev.slipway.platform.render.middleware;

import dev.slipway.platform.spec.Middleware;
import dev.slipway.platform.spec.Updates;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategyBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The members of a server, each with a volume that outlives it. */
record ServerSet(Server server) {
    /**
     * The set. No member waits for another: they may need each other to become ready, and a set that waits for a broken
     * member does not replace it, even when its form is mended.
     *
     * @param labels beside those of the component, on its pods and in its selector
     */
    StatefulSet of(String name, int replicas, Map<String, String> labels, PodTemplateSpec template) {
        var selector = new TreeMap<>(server.context().selector(server.name()));
        selector.putAll(labels);
        return new StatefulSetBuilder()
                .withMetadata(server.context().metadata(name, server.name()))
                .withNewSpec()
                .withServiceName(server.members())
                .withReplicas(replicas)
                .withPodManagementPolicy("Parallel")
                .withUpdateStrategy(updates(server.description().updates()))
                .withRevisionHistoryLimit(5)
                .withNewPersistentVolumeClaimRetentionPolicy("Retain", "Retain")
                .withNewSelector()
                .withMatchLabels(selector)
                .endSelector()
                .withTemplate(template)
                .withVolumeClaimTemplates(claim())
                .endSpec()
                .build();
    }

    private static StatefulSetUpdateStrategy updates(Updates updates) {
        return switch (updates.strategy()) {
            case ON_DELETE ->
                new StatefulSetUpdateStrategyBuilder().withType("OnDelete").build();
            case ROLLING ->
                new StatefulSetUpdateStrategyBuilder()
                        .withType("RollingUpdate")
                        .withNewRollingUpdate()
                        .withPartition(updates.partition())
                        .endRollingUpdate()
                        .build();
        };
    }

    private PersistentVolumeClaim claim() {
        Middleware description = server.description();
        return new PersistentVolumeClaimBuilder()
                .withNewMetadata()
                .withName(ServerPod.DATA)
                .withLabels(server.context().selector(server.name()))
                .endMetadata()
                .withNewSpec()
                .withAccessModes("ReadWriteOnce")
                .withStorageClassName(storageClass())
                .withNewResources()
                .withRequests(
                        Map.of("storage", Quantity.parse(description.storage().toString())))
                .endResources()
                .endSpec()
                .build();
    }

    private @Nullable String storageClass() {
        String own = server.description().storageClass();
        return own == null ? server.context().cluster().storageClass() : own;
    }
}
