package dev.slipway.platform.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * All that one environment needs on its cluster.
 *
 * @param environment its name, which also names its inventory and its lease
 * @param namespace where its services run, and where inventory and lease are kept
 * @param manifests in a stable order: the same description gives the same bytes
 */
public record Manifests(String environment, String namespace, List<Manifest> manifests, List<GeneratedSecret> secrets) {
    public Manifests {
        manifests = List.copyOf(manifests);
        secrets = List.copyOf(secrets);
    }

    public List<HasMetadata> objects() {
        return manifests.stream().map(Manifest::object).toList();
    }
}
