package dev.slipway.platform.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.yaml.Between;
import dev.slipway.platform.yaml.Default;
import dev.slipway.platform.yaml.Matches;
import dev.slipway.platform.yaml.Place;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The JSON Schema of descriptions, made of their types; what keys mean comes from the Javadoc of the sources. */
final class Schema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Class<?>> NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);

    private final Javadoc javadoc;
    private final Map<String, ObjectNode> definitions = new TreeMap<>();
    private final Map<String, Class<?>> types = new TreeMap<>();

    Schema(Javadoc javadoc) {
        this.javadoc = javadoc;
    }

    ObjectNode root() {
        ObjectNode root = object();
        root.put("$schema", "http://json-schema.org/draft-07/schema#");
        root.put("title", "platform.yaml");
        root.setAll(record(Environment.class));
        root.set("allOf", JSON.createArrayNode().add(places()));
        ObjectNode defined = root.putObject("definitions");
        definitions.forEach(defined::set);
        return root;
    }

    /** What PlaceRules says of sections. */
    private static ObjectNode places() {
        ObjectNode rule = object();
        rule.putObject("if").putArray("required").add("cluster");
        rule.putObject("then").putArray("required").add("namespace");
        ObjectNode local = rule.putObject("else").putObject("properties");
        Stream.of("addons", "namespace", "patches", "waivers").forEach(section -> local.put(section, false));
        return rule;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private ObjectNode record(Class<?> type) {
        ObjectNode schema = object();
        schema.put("description", javadoc.of(type));
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        var required = JSON.createArrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() != Place.class) {
                properties.set(component.getName(), property(type, component));
                if (required(component)) {
                    required.add(component.getName());
                }
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    private static boolean required(RecordComponent component) {
        Class<?> type = component.getType();
        return !component.isAnnotationPresent(Default.class)
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !Collection.class.isAssignableFrom(type)
                && type != Map.class;
    }

    private JsonNode property(Class<?> owner, RecordComponent component) {
        ObjectNode schema = of(component.getGenericType());
        constrain(schema, component);
        String text = javadoc.of(owner, component.getName());
        Default written = component.getAnnotation(Default.class);
        if (text.isEmpty() && written == null) {
            return schema;
        }
        ObjectNode whole = object();
        if (schema.has("$ref")) {
            whole.putArray("allOf").add(schema); // nothing may stand beside a reference
        } else {
            whole.setAll(schema);
        }
        if (!text.isEmpty()) {
            whole.put("description", text);
        }
        if (written != null) {
            Object value = new Load(LoadSettings.builder().build()).loadFromString(written.value());
            whole.set("default", JSON.valueToTree(value));
        }
        return whole;
    }

    private static void constrain(ObjectNode schema, RecordComponent component) {
        Matches form = component.getAnnotation(Matches.class);
        if (form != null) {
            ObjectNode target = schema.has("items") ? (ObjectNode) schema.get("items") : schema;
            target.put("pattern", "^(?:" + form.value().replace("(?s)", "") + ")$");
        }
        Between bounds = component.getAnnotation(Between.class);
        if (bounds != null) {
            schema.put("minimum", BigDecimal.valueOf(bounds.min()).toBigInteger());
            if (bounds.max() != Double.MAX_VALUE) {
                schema.put("maximum", BigDecimal.valueOf(bounds.max()).toBigInteger());
            }
        }
    }

    private ObjectNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Map.class ? map(generic) : list(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (NUMBERS.contains(raw)) {
            return object().put("type", "integer");
        }
        if (raw == boolean.class) {
            return object().put("type", "boolean");
        }
        if (raw == String.class) {
            return object().put("type", "string");
        }
        if (raw == Duration.class) {
            return object().put("type", "string").put("pattern", "^\\d{1,9}(ms|s|m|h)$");
        }
        if (raw == Memory.class) {
            return object().put("type", "string").put("pattern", "^[1-9]\\d{0,6}(Ki|Mi|Gi)$");
        }
        return raw == Object.class ? object() : named(raw);
    }

    private ObjectNode named(Class<?> type) {
        String name = type.getSimpleName();
        if (!type.equals(types.computeIfAbsent(name, absent -> type))) {
            throw new IllegalStateException(type + " has the name of " + types.get(name));
        }
        if (!definitions.containsKey(name)) {
            definitions.put(name, object());
            definitions.put(name, definition(type));
        }
        return object().put("$ref", "#/definitions/" + name);
    }

    private ObjectNode definition(Class<?> type) {
        if (type.isEnum()) {
            ObjectNode words = object().put("description", javadoc.of(type));
            Stream.of(type.getEnumConstants())
                    .forEach(word -> words.withArray("enum").add(word((Enum<?>) word)));
            return words;
        }
        if (type == Cpu.class) {
            ObjectNode cpu = object().put("description", javadoc.of(type)).put("pattern", "^[1-9]\\d{0,6}m?$");
            cpu.putArray("type").add("string").add("integer");
            return cpu;
        }
        return record(type);
    }

    private static String word(Enum<?> constant) {
        String shown = constant.toString();
        return shown.equals(constant.name()) ? shown.toLowerCase(Locale.ROOT).replace('_', '-') : shown;
    }

    private ObjectNode map(ParameterizedType type) {
        ObjectNode schema = object().put("type", "object");
        Class<?> key = (Class<?>) type.getActualTypeArguments()[0];
        if (key.isEnum()) {
            schema.set("propertyNames", of(key));
        }
        schema.set("additionalProperties", of(type.getActualTypeArguments()[1]));
        return schema;
    }

    private ObjectNode list(ParameterizedType type) {
        ObjectNode schema = object().put("type", "array");
        schema.set("items", of(type.getActualTypeArguments()[0]));
        if (type.getRawType() == Set.class) {
            schema.put("uniqueItems", true);
        }
        return schema;
    }
}
