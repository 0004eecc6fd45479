package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Kinds of objects that the cluster has no definition of; found before anything is written. */
final class UnknownKinds {
    private static final String GATEWAY_API = "gateway.networking.k8s.io/";

    private UnknownKinds() {}

    /** @throws UserError when there are some that the environment does not define itself */
    static void refuse(Cluster cluster, Manifests manifests) throws InterruptedException {
        Set<String> defined = manifests.manifests().stream()
                .map(Manifest::object)
                .filter(CustomResourceDefinition.class::isInstance)
                .map(object ->
                        ((CustomResourceDefinition) object).getSpec().getNames().getKind())
                .collect(Collectors.toSet());
        var unknown = new TreeMap<String, String>();
        for (Manifest manifest : manifests.manifests()) {
            HasMetadata object = manifest.object();
            boolean known = defined.contains(object.getKind())
                    || unknown.containsKey(object.getKind())
                    || cluster.knows(object.getApiVersion(), object.getKind());
            if (!known) {
                unknown.put(object.getKind(), object.getApiVersion());
            }
        }
        if (!unknown.isEmpty()) {
            throw new UserError(
                    "this cluster does not know " + unknown,
                    unknown.values().stream().allMatch(version -> version.startsWith(GATEWAY_API))
                            ? "install the definitions of the Gateway API once, as docs/add-ons.md says"
                            : "install what defines them, or leave them out",
                    ExitCode.FAILED);
        }
    }
}
