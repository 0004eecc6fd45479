package dev.slipway.platform.prediction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All of a pod that Pod Security judges: many pods have the same. Of a container everything counts but what it runs and what
 * it is given, and of its ports and probes the host that they name; of a volume its kind.
 *
 * @param parts sorted, so that those of two pods can be compared
 */
record PodShape(Set<String> parts) {
    private static final List<String> NOT_JUDGED =
            List.of("name", "image", "command", "args", "env", "envFrom", "volumeMounts", "resources");

    private static final List<String> NAMING_HOSTS =
            List.of("ports", "livenessProbe", "readinessProbe", "startupProbe", "lifecycle");

    private static final List<String> LISTS = List.of("containers", "initContainers", "volumes");

    private static final List<String> ABOUT_PLACES = List.of(
            "serviceAccountName",
            "imagePullSecrets",
            "priorityClassName",
            "affinity",
            "nodeSelector",
            "tolerations",
            "topologySpreadConstraints",
            "terminationGracePeriodSeconds");

    static PodShape of(ObjectNode pod) {
        var parts = new TreeSet<String>();
        if (pod.path("spec") instanceof ObjectNode spec) {
            containers(spec.path("containers"), parts);
            containers(spec.path("initContainers"), parts);
            spec.path("volumes").forEach(volume -> parts.add("volume " + names(volume)));
            ObjectNode rest = spec.deepCopy();
            rest.remove(LISTS);
            rest.remove(ABOUT_PLACES);
            parts.add(rest.toString());
        }
        pod.path("metadata").path("annotations").properties().stream()
                .filter(annotation -> annotation.getKey().contains("apparmor"))
                .forEach(annotation -> parts.add(annotation.toString()));
        return new PodShape(parts);
    }

    private static void containers(JsonNode containers, Collection<String> parts) {
        for (JsonNode container : containers) {
            ObjectNode judged = ((ObjectNode) container.deepCopy()).remove(NOT_JUDGED);
            for (String field : NAMING_HOSTS) {
                JsonNode named = judged.path(field);
                Stream.of("host", "hostIP", "hostPort")
                        .flatMap(host -> named.findValues(host).stream().map(value -> host + " " + value))
                        .forEach(parts::add);
            }
            judged.remove(NAMING_HOSTS);
            parts.add("container " + judged);
        }
    }

    private static Set<String> names(JsonNode volume) {
        var names = new TreeSet<String>();
        volume.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
