package dev.slipway.platform.cli;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.Refusal;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;

/** A cluster of which not everybody may read everything. */
record ReadableCluster(Cluster cluster) {
    private static final int FORBIDDEN = 403;

    /** Empty when they may not be read; no objects when the cluster does not know the kind. */
    <T extends HasMetadata> Optional<List<T>> list(Class<T> type, String apiVersion, String namespace)
            throws InterruptedException {
        try {
            return Optional.of(cluster.list(type, apiVersion, namespace));
        } catch (Refusal refusal) {
            if (refusal.status() == FORBIDDEN) {
                return Optional.empty();
            }
            throw refusal;
        }
    }
}
