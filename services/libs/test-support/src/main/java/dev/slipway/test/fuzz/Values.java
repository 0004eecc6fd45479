package dev.slipway.test.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Makes JSON values for a schema: mostly fitting ones, now and then hostile ones. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;
    private static final List<String> CHOICES = List.of("oneOf", "anyOf", "allOf");

    private final JsonNode document;
    private final Random random;

    Values(JsonNode document, Random random) {
        this.document = document;
        this.random = random;
    }

    /** A value for {@code schema}; about one in eight nodes is something else on purpose. */
    JsonNode value(JsonNode schema) {
        return value(resolve(schema), 0);
    }

    private JsonNode value(JsonNode schema, int depth) {
        if (random.nextInt(8) == 0) {
            return hostile();
        }
        for (String choice : CHOICES) {
            if (schema.has(choice)) {
                JsonNode among = schema.get(choice);
                return value(resolve(among.get(random.nextInt(among.size()))), depth);
            }
        }
        if (schema.has("enum")) {
            JsonNode allowed = schema.get("enum");
            return allowed.get(random.nextInt(allowed.size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> JSON.numberNode(random.nextDouble() * 1000);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(schema));
        };
    }

    /** Text of a parameter in a path or query. */
    String parameter(JsonNode schema) {
        JsonNode value = value(schema);
        return value.isValueNode() ? value.asText() : value.toString();
    }

    /** What hardly any schema wants. */
    JsonNode hostile() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.arrayNode();
            case 2 -> JSON.objectNode();
            case 3 -> JSON.numberNode(Long.MIN_VALUE);
            case 4 -> JSON.numberNode(1e308);
            case 5 -> JSON.booleanNode(true);
            default -> JSON.textNode(Hostile.TEXTS.get(random.nextInt(Hostile.TEXTS.size())));
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth < DEEPEST) {
            schema.path("properties").properties().forEach(property -> {
                if (random.nextInt(10) > 0) {
                    object.set(property.getKey(), value(resolve(property.getValue()), depth + 1));
                }
            });
        }
        if (random.nextInt(12) == 0) {
            object.put("surprise", 1);
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int size = depth < DEEPEST ? random.nextInt(4) : 0;
        for (int i = 0; i < size; i++) {
            array.add(value(resolve(schema.path("items")), depth + 1));
        }
        return array;
    }

    /** A little beyond the bounds too. */
    private long integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(-1) - 1;
        long most = schema.path("maximum").asLong(least + 200) + 1;
        return random.nextLong(least, Math.max(least, most) + 1);
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date" -> LocalDate.ofEpochDay(random.nextInt(-20_000, 40_000)).toString();
            case "date-time" -> Instant.ofEpochSecond(random.nextInt()).toString();
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            default -> word();
        };
    }

    private String word() {
        return switch (random.nextInt(5)) {
            case 0 -> Integer.toString(random.nextInt(1, 3000));
            case 1 -> "1" + random.nextInt(3, 10) + String.format("%09d", random.nextInt(1_000_000_000));
            case 2 -> "张三";
            case 3 -> Integer.toHexString(random.nextInt());
            default ->
                List.of("10", "110000", "male", "approved", "province", "a name")
                        .get(random.nextInt(6));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isMissingNode()) {
            return schema.has("properties") ? "object" : "string";
        }
        return type.isArray() ? type.get(0).asText() : type.asText();
    }

    /** The schema itself where {@code schema} only refers to it. */
    JsonNode resolve(JsonNode schema) {
        JsonNode target = schema;
        while (target.has("$ref")) {
            target = document.at(target.get("$ref").asText().substring(1));
        }
        return target;
    }
}
