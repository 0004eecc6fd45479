package dev.slipway.platform.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Compares two trees of one object, without what the cluster itself writes. */
public final class Differences {
    /** Stands for a value that is nobody's business. */
    public static final String HIDDEN = "(hidden)";

    /** What kubectl remembers in the annotation has the values in it too. */
    private static final Pattern SECRET = Pattern.compile(
            "(data|stringData)([.\\[].*)?|metadata\\.annotations\\.kubectl\\.kubernetes\\.io/last-applied-configuration");

    private static final Set<String> BOOKKEEPING =
            Set.of("managedFields", "resourceVersion", "generation", "creationTimestamp", "uid", "selfLink");

    private Differences() {}

    /** What differs, sorted by path; of a Secret's data only the keys are told. */
    public static List<FieldChange> between(ObjectNode live, ObjectNode next) {
        var changes = new ArrayList<FieldChange>();
        boolean secret = next.path("kind").asText().equals("Secret");
        compare("", content(live), content(next), secret, changes);
        return changes;
    }

    /** All fields of an object that is not there yet. */
    public static List<FieldChange> created(ObjectNode next) {
        ObjectNode known = next.objectNode();
        known.set("apiVersion", next.path("apiVersion"));
        known.set("kind", next.path("kind"));
        ObjectNode metadata = known.putObject("metadata");
        metadata.set("name", next.path("metadata").path("name"));
        if (next.path("metadata").has("namespace")) {
            metadata.set("namespace", next.path("metadata").path("namespace"));
        }
        return between(known, next);
    }

    /** A copy without status and without what the API server keeps for itself. */
    public static ObjectNode content(ObjectNode object) {
        ObjectNode content = object.deepCopy();
        content.remove("status");
        if (content.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(BOOKKEEPING);
        }
        return content;
    }

    private static void compare(String path, JsonNode from, JsonNode to, boolean secret, List<FieldChange> changes) {
        if (from.equals(to)) {
            return;
        }
        if (either(from, to, JsonNode::isObject)) {
            names(from, to)
                    .forEach(name -> compare(
                            path.isEmpty() ? name : path + "." + name,
                            from.path(name),
                            to.path(name),
                            secret,
                            changes));
        } else if (either(from, to, JsonNode::isArray)) {
            for (int i = 0; i < Math.max(from.size(), to.size()); i++) {
                compare(path + "[" + i + "]", element(from, i), element(to, i), secret, changes);
            }
        } else {
            boolean hidden = secret && SECRET.matcher(path).matches();
            changes.add(new FieldChange(path, text(from, hidden), text(to, hidden)));
        }
    }

    /** One that is new or goes with all its fields is told field by field, but an empty one as a whole. */
    private static boolean either(JsonNode from, JsonNode to, Predicate<JsonNode> kind) {
        boolean both = kind.test(from) && kind.test(to);
        boolean filled = !(from.isEmpty() && to.isEmpty());
        return both
                || (filled && from.isMissingNode() && kind.test(to))
                || (filled && to.isMissingNode() && kind.test(from));
    }

    private static Set<String> names(JsonNode from, JsonNode to) {
        var names = new TreeSet<String>();
        from.fieldNames().forEachRemaining(names::add);
        to.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode element(JsonNode array, int index) {
        return index < array.size() ? array.get(index) : MissingNode.getInstance();
    }

    private static String text(JsonNode value, boolean hidden) {
        if (value.isMissingNode()) {
            return "";
        }
        if (hidden) {
            return HIDDEN;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
