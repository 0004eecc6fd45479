package dev.slipway.platform.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Fields that an object keeps for as long as it lives; the API server's refusal often does not say which one it was. */
public final class ImmutableFields {
    private static final Map<String, List<String>> FIELDS = Map.ofEntries(
            Map.entry(
                    "StatefulSet",
                    List.of(
                            "spec.selector",
                            "spec.serviceName",
                            "spec.podManagementPolicy",
                            "spec.volumeClaimTemplates")),
            Map.entry("Deployment", List.of("spec.selector")),
            Map.entry("DaemonSet", List.of("spec.selector")),
            Map.entry("Job", List.of("spec.selector", "spec.completions", "spec.completionMode", "spec.template")),
            Map.entry("PersistentVolumeClaim", List.of("spec")),
            Map.entry("PersistentVolume", List.of("spec")),
            Map.entry("Service", List.of("spec.clusterIP", "spec.clusterIPs")),
            Map.entry("StorageClass", List.of("provisioner", "parameters", "reclaimPolicy", "volumeBindingMode")),
            Map.entry("IngressClass", List.of("spec.controller")),
            Map.entry("PriorityClass", List.of("value", "preemptionPolicy")),
            Map.entry("RoleBinding", List.of("roleRef")),
            Map.entry("ClusterRoleBinding", List.of("roleRef")),
            Map.entry("ConfigMap", List.of("immutable", "data", "binaryData")));

    private ImmutableFields() {}

    /** Those that differ, as {@code path: from → to}; empty when the kind has no such field, or none differs. */
    public static Optional<String> changed(ObjectNode live, ObjectNode wanted) {
        var changes = new ArrayList<FieldChange>();
        String kind = live.path("kind").asText();
        for (String path : FIELDS.getOrDefault(kind, List.of())) {
            String pointer = "/" + path.replace('.', '/');
            compare(path, live.at(pointer), wanted.at(pointer), changes);
        }
        return changes.stream()
                .map(change -> change.path() + ": " + change.from() + " → " + change.to())
                .reduce((first, second) -> first + "; " + second);
    }

    /** Only what is wanted counts: the rest are the server's own defaults. */
    private static void compare(String path, JsonNode live, JsonNode wanted, List<FieldChange> changes) {
        if (wanted.isObject()) {
            wanted.properties()
                    .forEach(field ->
                            compare(path + "." + field.getKey(), live.path(field.getKey()), field.getValue(), changes));
        } else if (wanted.isArray()) {
            for (int i = 0; i < wanted.size(); i++) {
                compare(path + "[" + i + "]", live.path(i), wanted.get(i), changes);
            }
        } else if (!wanted.isMissingNode()
                && !wanted.isNull()
                && !wanted.asText().equals(live.asText())) {
            changes.add(new FieldChange(path, live.asText(), wanted.asText()));
        }
    }

    /** What to do when the change is meant. */
    public static String wayOut(String kind, String namespace, String name) {
        String delete = "kubectl delete " + kind.toLowerCase(Locale.ROOT) + " " + name
                + (namespace.isEmpty() ? "" : " -n " + namespace);
        return switch (kind) {
            case "StatefulSet" ->
                "set it back, or: " + delete + " --cascade=orphan, and run this again; its pods and its data stay";
            case "PersistentVolumeClaim", "PersistentVolume" ->
                "set it back: a volume keeps its class and does not shrink; data moves to a new one by hand";
            default -> "set it back, or: " + delete + ", and run this again, which makes it anew";
        };
    }
}
