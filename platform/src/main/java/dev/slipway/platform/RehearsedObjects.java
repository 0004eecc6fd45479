package dev.slipway.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps in memory what is written, takes all of it for ready, and knows no rule. Only a Deployment is not ready before
 * somebody watches, so that whoever writes one has to.
 */
final class RehearsedObjects implements HttpHandler {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String VERSION = "1";

    /** Those of an environment, and what an apply looks at beside them. */
    private static final List<Class<? extends HasMetadata>> KINDS = List.of(
            APIService.class,
            ClusterRole.class,
            ClusterRoleBinding.class,
            ConfigMap.class,
            CronJob.class,
            DaemonSet.class,
            Deployment.class,
            HorizontalPodAutoscaler.class,
            Ingress.class,
            IngressClass.class,
            Job.class,
            Lease.class,
            LimitRange.class,
            Namespace.class,
            NetworkPolicy.class,
            PersistentVolume.class,
            PersistentVolumeClaim.class,
            Pod.class,
            PodDisruptionBudget.class,
            PriorityClass.class,
            ReplicaSet.class,
            ResourceQuota.class,
            Role.class,
            RoleBinding.class,
            Secret.class,
            Service.class,
            ServiceAccount.class,
            StatefulSet.class,
            StorageClass.class);

    /** Holds for every kind; what a kind does not have, nobody reads. */
    private static final String READY = """
            {"observedGeneration": 1, "replicas": 1, "readyReplicas": 1, "updatedReplicas": 1, "availableReplicas": 1,
             "desiredNumberScheduled": 1, "numberReady": 1, "numberAvailable": 1, "updatedNumberScheduled": 1,
             "conditions": [{"type": "Complete", "status": "True"}, {"type": "Available", "status": "True"}]}
            """;

    private final Map<String, ObjectNode> objects = new TreeMap<>();
    private boolean watched;

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        Optional<JsonNode> found =
                query != null && query.startsWith("watch=1") ? Optional.of(change(exchange)) : answer(exchange);
        byte[] body = (found.orElseGet(() -> JSON.createObjectNode().put("kind", "Status"))
                        + "\n") // an event is a line
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(found.isPresent() ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Optional<JsonNode> answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        JsonNode sent = JSON.readTree(exchange.getRequestBody().readAllBytes());
        return switch (exchange.getRequestMethod()) {
            case "GET" -> get(path);
            case "POST" ->
                path.endsWith("reviews")
                        ? Optional.of(JSON.readTree("{\"status\": {\"allowed\": true}}"))
                        : Optional.of(keep(
                                path + "/" + sent.path("metadata").path("name").asText(), (ObjectNode) sent));
            default -> Optional.of(keep(path, (ObjectNode) sent));
        };
    }

    private Optional<JsonNode> get(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.matches("/api/[^/]+|/apis/[^/]+/[^/]+")) {
            return Optional.of(resources(path.replaceFirst("/apis?/", "")));
        }
        return KINDS.stream().anyMatch(kind -> HasMetadata.getPlural(kind).equals(last))
                ? Optional.of(list(path + "/"))
                : Optional.ofNullable(objects.get(path));
    }

    private JsonNode resources(String apiVersion) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode resources = answer.putArray("resources");
        for (Class<? extends HasMetadata> kind : KINDS) {
            if (HasMetadata.getApiVersion(kind).equals(apiVersion)) {
                resources
                        .addObject()
                        .put("kind", HasMetadata.getKind(kind))
                        .put("name", HasMetadata.getPlural(kind))
                        .put("namespaced", Namespaced.class.isAssignableFrom(kind));
            }
        }
        return answer;
    }

    private JsonNode list(String prefix) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("metadata").put("resourceVersion", VERSION);
        answer.putArray("items").addAll(within(prefix));
        return answer;
    }

    private List<ObjectNode> within(String prefix) {
        return objects.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(prefix) && entry.getKey().indexOf('/', prefix.length()) < 0)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** One event, after which the watch ends as one does whose time is over: what is watched has become ready. */
    private JsonNode change(HttpExchange exchange) throws IOException {
        watched = true;
        List<ObjectNode> changed = within(exchange.getRequestURI().getPath() + "/");
        for (ObjectNode object : changed) {
            object.set("status", status(object));
        }
        return JSON.createObjectNode().put("type", "MODIFIED").set("object", changed.get(0));
    }

    private JsonNode keep(String path, ObjectNode sent) throws IOException {
        ObjectNode kept = sent.deepCopy();
        String kind = sent.path("kind").asText();
        if (watched || !kind.equals("Deployment")) {
            kept.set("status", status(sent));
        }
        if (kind.equals("Service") && !sent.path("spec").has("clusterIP")) {
            kept.withObject("/spec").put("clusterIP", "192.0.2.1");
        }
        ObjectNode metadata = kept.withObject("/metadata");
        metadata.put("uid", path).put("resourceVersion", VERSION).put("generation", 1);
        ObjectNode owner = metadata.putArray("managedFields").addObject();
        owner.put("manager", "slipway").put("operation", "Apply").set("fieldsV1", fields(sent));
        objects.put(path, kept);
        return kept;
    }

    private static ObjectNode status(ObjectNode object) throws IOException {
        ObjectNode status = (ObjectNode) JSON.readTree(READY);
        status.put("phase", object.path("kind").asText().equals("Namespace") ? "Active" : "Bound");
        status.set("hard", object.path("spec").path("hard"));
        return status;
    }

    /** Who owns which field, as a server tells it. */
    private static ObjectNode fields(JsonNode sent) {
        ObjectNode fields = JSON.createObjectNode();
        sent.properties().forEach(field -> fields.set("f:" + field.getKey(), fields(field.getValue())));
        fields.remove(List.of("f:apiVersion", "f:kind", "f:name", "f:namespace"));
        return fields;
    }
}
