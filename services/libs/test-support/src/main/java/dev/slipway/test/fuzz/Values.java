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
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\u0000",
            "\uD800",
            "\u202Eabc",
            "😀😀😀",
            "' OR '1'='1",
            "%00",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/x}",
            "null",
            "-1",
            "99999999999999999999",
            "NaN",
            "x".repeat(300),
            "中".repeat(5_000));

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
        if (schema.has("enum")) {
            JsonNode allowed = schema.get("enum");
            return allowed.get(random.nextInt(allowed.size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> JSON.numberNode(random.nextInt(-2, 200));
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

    private JsonNode hostile() {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.arrayNode();
            case 2 -> JSON.objectNode();
            case 3 -> JSON.numberNode(Long.MIN_VALUE);
            case 4 -> JSON.numberNode(1e308);
            case 5 -> JSON.booleanNode(true);
            default -> JSON.textNode(HOSTILE.get(random.nextInt(HOSTILE.size())));
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

    private JsonNode resolve(JsonNode schema) {
        JsonNode target = schema;
        while (target.has("$ref")) {
            target = document.at(target.get("$ref").asText().substring(1));
        }
        return target;
    }
}
