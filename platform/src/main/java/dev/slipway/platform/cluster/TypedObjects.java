package dev.slipway.platform.cluster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.DaemonSetSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobSpec;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Objects with the types of their kind, out of trees, but for who owns which field. The library would learn all its kinds
 * for the first object, and for the first Deployment the hundreds of types that a pod may be made of, which takes longer
 * than it takes to read all objects of an environment.
 */
final class TypedObjects {
    /** Those that say how they fare. Of others only the metadata are asked for. */
    private static final Map<String, Class<? extends HasMetadata>> TYPES = Stream.of(
                    APIService.class,
                    CustomResourceDefinition.class,
                    DaemonSet.class,
                    Deployment.class,
                    Gateway.class,
                    HorizontalPodAutoscaler.class,
                    HTTPRoute.class,
                    Ingress.class,
                    Job.class,
                    Namespace.class,
                    PersistentVolumeClaim.class,
                    Pod.class,
                    PodDisruptionBudget.class,
                    ReplicaSet.class,
                    ResourceQuota.class,
                    Service.class,
                    StatefulSet.class)
            .collect(Collectors.toMap(
                    type -> key(HasMetadata.getApiVersion(type), HasMetadata.getKind(type)), Function.identity()));

    private static final KubernetesSerialization STATES = new KubernetesSerialization(withoutTemplates(), false);

    /** What is in pods they tell themselves. */
    @JsonIgnoreProperties("template")
    private interface WithoutTemplate {}

    private TypedObjects() {}

    private static ObjectMapper withoutTemplates() {
        var mapper = new ObjectMapper();
        for (Class<?> spec : List.of(
                DaemonSetSpec.class,
                DeploymentSpec.class,
                JobSpec.class,
                ReplicaSetSpec.class,
                StatefulSetSpec.class)) {
            mapper.addMixIn(spec, WithoutTemplate.class);
        }
        return mapper;
    }

    private static String key(String apiVersion, String kind) {
        return apiVersion + " " + kind;
    }

    /** The object without templates of pods; one whose kind says nothing of how it fares is generic. */
    static HasMetadata state(ObjectNode object) {
        String key = key(object.path("apiVersion").asText(), object.path("kind").asText());
        return STATES.convertValue(Api.withoutOwners(object), TYPES.getOrDefault(key, GenericKubernetesResource.class));
    }

    /** All of the object. */
    static <T extends HasMetadata> T whole(ObjectNode object, Class<T> type) {
        return Api.OBJECTS.convertValue(Api.withoutOwners(object), type);
    }
}
