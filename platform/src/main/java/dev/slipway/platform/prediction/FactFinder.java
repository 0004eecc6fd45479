package dev.slipway.platform.prediction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.diagnosis.object.Keys;
import dev.slipway.platform.lint.Subject;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.spec.Environment;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Asks the cluster for the facts; writes nothing. */
public final class FactFinder {
    private static final String ENFORCED = "pod-security.kubernetes.io/enforce";
    private final Cluster cluster;
    private final Manifests manifests;
    private final Environment environment;

    public FactFinder(Cluster cluster, Manifests manifests, Environment environment) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.environment = environment;
    }

    /** All of them. */
    public Facts find() throws InterruptedException {
        String namespace = manifests.namespace();
        Optional<ObjectNode> live = namespace();
        return new Facts(
                manifests,
                new Keys(environment),
                live.isPresent(),
                list(ResourceQuota.class, "v1", namespace).orElse(List.of()),
                list(Pod.class, "v1", namespace).orElse(List.of()),
                list(PersistentVolumeClaim.class, "v1", namespace).orElse(List.of()),
                list(StorageClass.class, "storage.k8s.io/v1", ""),
                names("networking.k8s.io/v1", "IngressClass"),
                names("gateway.networking.k8s.io/v1", "GatewayClass"),
                secretKeys(),
                unknownKinds(),
                Rights.missing(cluster, manifests),
                live.isPresent() ? unsafe(live.get()) : Map.of());
    }

    private Optional<ObjectNode> namespace() throws InterruptedException {
        try {
            return cluster.get(new ObjectId("v1", "Namespace", "", manifests.namespace()));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    private <T extends HasMetadata> Optional<List<T>> list(Class<T> type, String apiVersion, String namespace)
            throws InterruptedException {
        Optional<List<ObjectNode>> found = list(apiVersion, type.getSimpleName(), namespace);
        return found.map(nodes ->
                nodes.stream().map(node -> type.cast(cluster.typed(node))).toList());
    }

    /** Empty when it may not be read. */
    private Optional<List<ObjectNode>> list(String apiVersion, String kind, String namespace)
            throws InterruptedException {
        try {
            return Optional.of(cluster.list(apiVersion, kind, namespace, ""));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    private Optional<Set<String>> names(String apiVersion, String kind) throws InterruptedException {
        return list(apiVersion, kind, "").map(found -> found.stream()
                .map(node -> node.path("metadata").path("name").asText())
                .collect(Collectors.toSet()));
    }

    private Map<String, Set<String>> secretKeys() throws InterruptedException {
        var keys = new HashMap<String, Set<String>>();
        for (ByHand secret : ByHand.of(environment)) {
            try {
                cluster.get(new ObjectId("v1", "Secret", manifests.namespace(), secret.name()))
                        .ifPresent(found -> keys.put(secret.name(), keys(found)));
            } catch (Refusal refusal) {
                keys.put(secret.name(), secret.keys()); // whoever may not look cannot say that it is missing
            }
        }
        return keys;
    }

    private static Set<String> keys(ObjectNode secret) {
        var keys = new TreeSet<String>();
        secret.path("data").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Kinds that a definition of the rendering itself brings are known in time. */
    private List<String> unknownKinds() throws InterruptedException {
        var defined = new HashSet<String>();
        for (Manifest manifest : manifests.manifests()) {
            if (manifest.object().getKind().equals("CustomResourceDefinition")) {
                defined.add(
                        cluster.tree(manifest.object()).at("/spec/names/kind").asText());
            }
        }
        var unknown = new TreeSet<String>();
        for (Manifest manifest : manifests.manifests()) {
            String kind = manifest.object().getKind();
            if (!defined.contains(kind) && !cluster.knows(manifest.object().getApiVersion(), kind)) {
                unknown.add(kind + " of " + manifest.object().getApiVersion());
            }
        }
        return new ArrayList<>(unknown);
    }

    /** The server warns of pods that the level of the namespace would refuse; where it enforces none, nothing is. */
    private Map<String, String> unsafe(ObjectNode namespace) throws InterruptedException {
        var unsafe = new LinkedHashMap<String, String>();
        String level = namespace.path("metadata").path("labels").path(ENFORCED).asText("");
        if (level.isEmpty()) {
            return unsafe;
        }
        for (Manifest manifest : manifests.manifests()) {
            HasMetadata object = manifest.object();
            boolean near = manifests.namespace().equals(object.getMetadata().getNamespace());
            if (near && new Subject(object).template().isPresent()) {
                warning(object, level)
                        .ifPresent(warning -> unsafe.put(ObjectId.of(object).toString(), warning));
            }
        }
        return unsafe;
    }

    private Optional<String> warning(HasMetadata object, String level) throws InterruptedException {
        try {
            return cluster.warnings(object).stream()
                    .filter(warning -> warning.contains("would violate PodSecurity \"" + level))
                    .findFirst();
        } catch (Refusal refusal) {
            return Optional.empty(); // the plan says why
        }
    }
}
