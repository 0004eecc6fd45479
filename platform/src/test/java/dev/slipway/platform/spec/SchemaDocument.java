package dev.slipway.platform.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/** The schema as a page for people: a table for each mapping, in the order in which one meets them. */
final class SchemaDocument {
    private static final String REFERENCE = "#/definitions/";

    private static final String HEAD = """
            # Every key of platform.yaml

            Generated from the types of the description, like the schema for editors in
            [`deploy/schema/platform.schema.json`](../deploy/schema/platform.schema.json); do not edit. A first line of

                # yaml-language-server: $schema=../schema/platform.schema.json

            gives an editor completion and checks. `deploy/local/platform.yaml` describes [the stack of one
            machine](local-stack.md), each other folder below `deploy` an environment of a cluster: that is one with the
            section `cluster`. A key that belongs to the other kind is refused. All faults are reported at once, each with
            its line, its column and what is allowed:

                deploy/dev-ol/platform.yaml:40:5: services.service-cmn: unknown key 'replica', allowed: …; did you mean 'replicas'?

            A service costs about five lines; everything else has a default that makes a safe object.

                ./slipway lint -e dev-ol                                the rules that every object keeps
                ./slipway render -e dev-ol                              writes deploy/dev-ol/deploy.yaml

            The last one writes the committed result; `--check` compares alone and ends with 3 when the file is stale.

                ./slipway explain -e dev-ol services.service-order      every value that holds, and where it comes from

            ## Any field of any object

                patches:
                  - object: Deployment/service-order
                    merge: { spec: { template: { spec: { containers: [{ name: service-order, imagePullPolicy: Always }] } } } }

            Mappings are merged, list entries with the same `name` too; everything else is replaced, and `null` removes. A
            patch that finds no object, names a field that there is not, or has a value of a wrong type is an error with
            its line. Pods that use a patched ConfigMap are rolled out as by a changed description.

            Where objects of several namespaces have the same kind and name, the namespace stands between:
            `NetworkPolicy/headlamp/default-deny`; the short name is refused then, with the names that are allowed. The
            namespace of the environment is called as `namespace.name` says. The same holds for waivers.

            ## An exception from a rule

                waivers:
                  - rule: no-host
                    object: DaemonSet/log-collector
                    reason: It reads the logs of the node's containers.

            A waiver that waives nothing is an error too.
            """;

    private final ObjectNode schema;
    private final StringBuilder text = new StringBuilder(HEAD);
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> seen = new LinkedHashSet<>();

    SchemaDocument(ObjectNode schema) {
        this.schema = schema;
    }

    String text() {
        text.append("\n## The document\n");
        table(schema);
        while (!open.isEmpty()) {
            String name = open.removeFirst();
            JsonNode type = schema.path("definitions").path(name);
            text.append("\n## ")
                    .append(name)
                    .append("\n\n")
                    .append(type.path("description").asText())
                    .append('\n');
            table(type);
        }
        return text.toString();
    }

    private void table(JsonNode type) {
        text.append("\n| key | value | default | meaning |\n|---|---|---|---|\n");
        Set<String> required = new LinkedHashSet<>();
        type.path("required").forEach(key -> required.add(key.asText()));
        type.path("properties").properties().forEach(key -> {
            JsonNode property = key.getValue();
            String fallback = property.has("default") ? "`" + property.get("default") + "`" : "";
            text.append("| `")
                    .append(key.getKey())
                    .append("` | ")
                    .append(value(property))
                    .append(" | ");
            text.append(required.contains(key.getKey()) ? "required" : fallback).append(" | ");
            text.append(cell(meaning(property, schema))).append(" |\n");
        });
    }

    static String meaning(JsonNode property, JsonNode schema) {
        String own = property.path("description").asText();
        String name = reference(property);
        return !own.isEmpty() || name.isEmpty()
                ? own
                : schema.path("definitions").path(name).path("description").asText();
    }

    private static String cell(String words) {
        return words.replace("|", "\\|");
    }

    private static String reference(JsonNode property) {
        JsonNode target = property.path("allOf").isEmpty()
                ? property
                : property.path("allOf").get(0);
        return target.path("$ref").asText().replace(REFERENCE, "");
    }

    private String value(JsonNode property) {
        String name = reference(property);
        if (!name.isEmpty()) {
            return named(name);
        }
        if (property.has("items")) {
            return "list of " + value(property.get("items"));
        }
        if (property.path("additionalProperties").isObject()) {
            String keys = property.has("propertyNames") ? value(property.get("propertyNames")) : "names";
            return "mapping of " + keys + " to " + value(property.get("additionalProperties"));
        }
        String pattern = property.path("pattern").asText();
        if (pattern.contains("Ki|Mi|Gi")) {
            return "amount, e.g. `512Mi`";
        }
        return pattern.contains("ms|s|m|h") ? "duration, e.g. `30s`" : simple(property);
    }

    private static String simple(JsonNode property) {
        String type = property.path("type").asText("anything");
        return switch (type) {
            case "integer" ->
                "number" + (property.has("minimum") ? " from " + property.get("minimum") : "")
                        + (property.has("maximum") ? " to " + property.get("maximum") : "");
            case "boolean" -> "`true` or `false`";
            case "string" -> "text";
            default -> type;
        };
    }

    private String named(String name) {
        JsonNode type = schema.path("definitions").path(name);
        if (type.has("enum")) {
            List<String> words = new ArrayList<>();
            StreamSupport.stream(type.get("enum").spliterator(), false)
                    .forEach(word -> words.add("`" + word.asText() + "`"));
            return "one of " + String.join(", ", words);
        }
        if (!type.has("properties")) {
            return "amount, e.g. `2` or `250m`";
        }
        if (seen.add(name)) {
            open.addLast(name);
        }
        return "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")";
    }
}
