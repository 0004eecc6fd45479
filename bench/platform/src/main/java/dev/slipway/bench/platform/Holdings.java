package dev.slipway.bench.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.cluster.ObjectId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a cluster holds of an environment, so that two moments can be compared.
 *
 * @param objects how many there are of each that no controller has made; in their names a digest of the content is a star
 * @param pods how many run, and are to go on, by the name of their application
 */
record Holdings(SortedMap<String, Integer> objects, SortedMap<String, Integer> pods) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OTHERWISE = Set.of("pods", "events", "events.events.k8s.io");
    private static final Set<String> DEPRECATED = Set.of("endpoints", "componentstatuses"); // kubectl warns of each
    private static final Pattern DIGEST = Pattern.compile("-[0-9a-f]{10}$");

    static Holdings of(Course course) throws IOException, InterruptedException {
        var objects = new TreeMap<String, Integer>();
        for (JsonNode object : list(course, kinds(course), "slipway.dev/environment=")) {
            if (!object.path("metadata").has("ownerReferences")) {
                objects.merge(DIGEST.matcher(ObjectId.of(object).text()).replaceFirst("-*"), 1, Integer::sum);
            }
        }
        var pods = new TreeMap<String, Integer>();
        for (JsonNode pod : list(course, "pods", "app.kubernetes.io/instance=")) {
            String phase = pod.path("status").path("phase").asText();
            if (!pod.path("metadata").has("deletionTimestamp") && !phase.equals("Succeeded")) {
                pods.merge(application(pod), 1, Integer::sum);
            }
        }
        return new Holdings(objects, pods);
    }

    private static String application(JsonNode pod) {
        return pod.path("metadata")
                .path("labels")
                .path("app.kubernetes.io/name")
                .asText();
    }

    private static String kinds(Course course) throws IOException, InterruptedException {
        String kinds = course.said(course.kubectl(List.of("api-resources", "--verbs=list", "-o", "name")));
        return kinds.lines()
                .filter(kind -> !OTHERWISE.contains(kind) && !DEPRECATED.contains(kind))
                .collect(Collectors.joining(","));
    }

    private static List<JsonNode> list(Course course, String kinds, String label)
            throws IOException, InterruptedException {
        String selector = label + course.checkout().environment();
        String found = course.said(course.kubectl(List.of("get", kinds, "-A", "-l", selector, "-o", "json")));
        var objects = new ArrayList<JsonNode>();
        JSON.readTree(found).path("items").forEach(objects::add);
        return objects;
    }

    /** What is here and not there, or there and not here, one a line; empty when there is no such thing. */
    String differences(Holdings others) {
        return differences("", objects, others.objects) + differences("pods of ", pods, others.pods);
    }

    private static String differences(String what, SortedMap<String, Integer> here, SortedMap<String, Integer> there) {
        var all = new TreeMap<>(here);
        all.putAll(there);
        return all.keySet().stream()
                .filter(name -> !here.getOrDefault(name, 0).equals(there.getOrDefault(name, 0)))
                .map(name -> what + name + ": " + here.getOrDefault(name, 0) + " instead of "
                        + there.getOrDefault(name, 0) + "\n")
                .collect(Collectors.joining());
    }
}
