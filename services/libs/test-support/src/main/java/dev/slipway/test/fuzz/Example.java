package dev.slipway.test.fuzz;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation that succeeds as it stands: what the document can't tell, such as ids that exist. The fuzzer
 * makes it as it is, or bent in one place.
 *
 * @param parameters by name, wherever they go: path, query or header
 * @param body what the JSON body is made of (a map, record, list); null for none
 * @param parts contents of a multipart body by name
 */
public record Example(
        Map<String, String> parameters, @Nullable Object body, Map<String, byte[]> parts) {
    public Example {
        parameters = Map.copyOf(parameters);
        parts = Map.copyOf(parts);
    }

    /** A call that needs nothing yet. */
    public static Example call() {
        return new Example(Map.of(), null, Map.of());
    }

    public Example with(String parameter, String value) {
        return new Example(plus(parameters, parameter, value), body, parts);
    }

    public Example body(Object json) {
        return new Example(parameters, json, parts);
    }

    public Example part(String name, byte[] content) {
        return new Example(parameters, body, plus(parts, name, content));
    }

    private static <V> Map<String, V> plus(Map<String, V> some, String name, V value) {
        Map<String, V> more = new HashMap<>(some);
        more.put(name, value);
        return more;
    }
}
