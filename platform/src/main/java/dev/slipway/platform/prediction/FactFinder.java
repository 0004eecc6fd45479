package dev.slipway.platform.prediction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.cluster.Refusal;
import dev.slipway.platform.cluster.UnknownKinds;
import dev.slipway.platform.diagnosis.object.Keys;
import dev.slipway.platform.lint.Subject;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.HandMadeSecret;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.GatewayClass;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the cluster for the facts; writes nothing. */
public final class FactFinder {
    private static final String ENFORCED = "pod-security.kubernetes.io/enforce";
    private final Cluster cluster;
    private final Manifests manifests;
    private final Environment environment;
    private final Clock clock;

    public FactFinder(Cluster cluster, Manifests manifests, Environment environment, Clock clock) {
        this.cluster = cluster;
        this.manifests = manifests;
        this.environment = environment;
        this.clock = clock;
    }

    /** All of them. */
    public Facts find() throws InterruptedException {
        Optional<ObjectNode> live = namespace();
        boolean there = live.isPresent();
        FoundSecrets secrets = there ? secrets() : new FoundSecrets(manifests);
        return new Facts(
                manifests,
                new Keys(environment),
                there,
                within(there, ResourceQuota.class),
                within(there, Pod.class),
                within(there, PersistentVolumeClaim.class),
                list(StorageClass.class, "storage.k8s.io/v1", ""),
                namesFor(Ingress.class, IngressClass.class, "networking.k8s.io/v1"),
                namesFor(Gateway.class, GatewayClass.class, "gateway.networking.k8s.io/v1"),
                secrets.keys(),
                secrets.certificates(),
                clock.instant(),
                unknownKinds(),
                Rights.missing(cluster, manifests),
                there ? unsafe(live.get()) : Map.of());
    }

    private Optional<ObjectNode> namespace() throws InterruptedException {
        try {
            return cluster.get(new ObjectId("v1", "Namespace", "", manifests.namespace()));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** Empty when they may not be read. */
    private <T extends HasMetadata> Optional<List<T>> list(Class<T> type, String apiVersion, String namespace)
            throws InterruptedException {
        try {
            return Optional.of(cluster.list(type, apiVersion, namespace));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }

    /** What is in the namespace of the environment; there is nothing in one that is not there. */
    private <T extends HasMetadata> List<T> within(boolean there, Class<T> type) throws InterruptedException {
        return there ? list(type, "v1", manifests.namespace()).orElse(List.of()) : List.of();
    }

    /** The names of all classes, where something is described that names one. */
    private <T extends HasMetadata> Optional<Set<String>> namesFor(
            Class<? extends HasMetadata> user, Class<T> type, String apiVersion) throws InterruptedException {
        if (manifests.objects().stream().noneMatch(user::isInstance)) {
            return Optional.of(Set.of());
        }
        return list(type, apiVersion, "").map(found -> found.stream()
                .map(object -> object.getMetadata().getName())
                .collect(Collectors.toSet()));
    }

    private FoundSecrets secrets() throws InterruptedException {
        var secrets = new FoundSecrets(manifests);
        for (HandMadeSecret secret : HandMadeSecret.of(environment)) {
            try {
                cluster.get(new ObjectId("v1", "Secret", manifests.namespace(), secret.name()))
                        .ifPresent(found -> secrets.add(secret, found));
            } catch (Refusal refusal) {
                secrets.addUnseen(secret);
            }
        }
        return secrets;
    }

    private List<String> unknownKinds() throws InterruptedException {
        return UnknownKinds.of(cluster, manifests.objects()).stream()
                .map(kind -> kind.kind() + " of " + kind.apiVersion())
                .toList();
    }

    /** The server warns of pods that the level of the namespace would refuse; where it enforces none, nothing is. */
    private Map<String, String> unsafe(ObjectNode namespace) throws InterruptedException {
        var unsafe = new LinkedHashMap<String, String>();
        String level = namespace.path("metadata").path("labels").path(ENFORCED).asText("");
        if (level.isEmpty()) {
            return unsafe;
        }
        var known = new HashMap<PodShape, Optional<String>>();
        for (Manifest manifest : manifests.manifests()) {
            HasMetadata object = manifest.object();
            Optional<PodTemplateSpec> template = new Subject(object).template();
            if (template.isPresent()
                    && manifests.namespace().equals(object.getMetadata().getNamespace())) {
                PodShape shape = PodShape.of(cluster.tree(pod(template.get())));
                if (!known.containsKey(shape)) {
                    known.put(shape, warning(object, level));
                }
                known.getOrDefault(shape, Optional.empty())
                        .ifPresent(warning -> unsafe.put(ObjectId.of(object).toString(), warning));
            }
        }
        return unsafe;
    }

    private static Pod pod(PodTemplateSpec template) {
        return new PodBuilder()
                .withMetadata(template.getMetadata())
                .withSpec(template.getSpec())
                .build();
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
