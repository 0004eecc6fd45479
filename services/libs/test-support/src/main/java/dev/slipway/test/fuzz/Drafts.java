package dev.slipway.test.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.test.fuzz.Operation.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes drafts of calls: out of the document alone, out of an example, or out of an example bent in one place. */
final class Drafts {
    private final ObjectMapper json = new ObjectMapper();
    private final Values values;
    private final Random random;

    Drafts(Values values, Random random) {
        this.values = values;
        this.random = random;
    }

    /** A quarter of the calls with an example is made as the example stands, a quarter without regard to it. */
    Draft next(Operation operation, @Nullable Example example) {
        int kind = random.nextInt(4);
        if (example == null || kind == 3) {
            Draft draft = madeUp(operation);
            if (random.nextInt(6) == 0) {
                bend(operation, draft);
            }
            return draft;
        }
        Draft draft = of(example);
        if (kind > 0) {
            bend(operation, draft);
        }
        return draft;
    }

    private Draft of(Example example) {
        Draft draft = new Draft();
        draft.parameters.putAll(example.parameters());
        draft.parts.putAll(example.parts());
        draft.json = example.body() == null ? null : json.valueToTree(example.body());
        return draft;
    }

    private Draft madeUp(Operation operation) {
        Draft draft = new Draft();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.required() || random.nextInt(4) > 0) {
                draft.parameters.put(parameter.name(), values.parameter(parameter.schema()));
            }
        }
        JsonNode body = operation.bodySchema();
        draft.json = body == null ? null : values.value(body);
        for (String part : parts(operation)) {
            if (random.nextInt(8) > 0) {
                draft.parts.put(part, bytes());
            }
        }
        return draft;
    }

    private Set<String> parts(Operation operation) {
        JsonNode schema = operation.multipartSchema();
        Set<String> names = new LinkedHashSet<>();
        if (schema != null) {
            values.resolve(schema).path("properties").fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    private void bend(Operation operation, Draft draft) {
        List<Runnable> ways = new ArrayList<>();
        List<Parameter> parameters = operation.parameters();
        if (!parameters.isEmpty()) {
            ways.add(() -> bend(any(parameters), draft));
            ways.add(() -> bend(any(parameters), draft));
        }
        JsonNode body = operation.bodySchema();
        JsonNode whole = draft.json;
        if (body != null && whole != null) {
            ways.add(() -> draft.json = bent(whole, body));
            ways.add(() -> draft.json = bent(whole, body));
            ways.add(() -> draft.raw = any(Hostile.BODIES));
        }
        if (!draft.parts.isEmpty()) {
            ways.add(() -> bendPart(draft));
            ways.add(() -> draft.raw = bytes());
        }
        ways.add(() -> bendHeaders(draft));
        any(ways).run();
    }

    private void bend(Parameter parameter, Draft draft) {
        switch (random.nextInt(4)) {
            case 0 -> draft.pieces.put(parameter.name(), any(Hostile.PIECES));
            case 1 -> draft.parameters.remove(parameter.name());
            case 2 -> draft.parameters.put(parameter.name(), values.parameter(parameter.schema()));
            default -> draft.parameters.put(parameter.name(), any(Hostile.TEXTS));
        }
    }

    private JsonNode bent(JsonNode node, JsonNode schema) {
        JsonNode known = values.resolve(schema);
        if (node instanceof ObjectNode object && random.nextInt(12) > 0) {
            bendField(object, known);
            return object;
        }
        if (node instanceof ArrayNode array && !array.isEmpty() && random.nextInt(4) > 0) {
            int at = random.nextInt(array.size());
            array.set(at, bent(array.get(at), known.path("items")));
            return array;
        }
        return random.nextInt(3) == 0 ? values.value(known) : values.hostile();
    }

    private void bendField(ObjectNode object, JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        names.add("surprise");
        String name = any(List.copyOf(names));
        JsonNode present = object.get(name);
        if (present != null && random.nextInt(4) == 0) {
            object.remove(name);
        } else {
            JsonNode known = schema.path("properties").path(name);
            object.set(name, present == null ? values.value(known) : bent(present, known));
        }
    }

    private void bendPart(Draft draft) {
        String name = any(List.copyOf(draft.parts.keySet()));
        byte[] whole = draft.parts.getOrDefault(name, new byte[0]);
        switch (random.nextInt(4)) {
            case 0 -> draft.parts.remove(name);
            case 1 -> draft.parts.put(name, Arrays.copyOf(whole, random.nextInt(whole.length + 1)));
            case 2 -> draft.parts.put(name, flipped(whole));
            default -> draft.parts.put(name, bytes());
        }
    }

    private byte[] flipped(byte[] whole) {
        byte[] flipped = whole.clone();
        for (int i = random.nextInt(1, 20); i > 0 && flipped.length > 0; i--) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] bytes() {
        if (random.nextInt(3) == 0) {
            return any(Hostile.TEXTS).getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private void bendHeaders(Draft draft) {
        var header = any(Hostile.HEADERS);
        draft.headers.put(header.getKey(), header.getValue());
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
