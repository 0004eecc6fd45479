package dev.slipway.platform.spec;

import dev.slipway.platform.yaml.Matches;
import dev.slipway.platform.yaml.Place;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields of one rendered object that differ from what is rendered.
 *
 * @param place where it is written
 * @param object kind and name, e.g. {@code Deployment/service-order}; where objects of several namespaces have that name, with
 *     the namespace between, e.g. {@code NetworkPolicy/headlamp/default-deny}
 * @param merge laid over the object: mappings are merged, list entries with the same {@code name} too, everything else is
 *     replaced, and what is {@code null} is removed
 */
public record Patch(
        Place place,

        @Matches(value = Patch.OBJECT, allowed = "a kind and a name, e.g. Deployment/service-order")
        String object,

        Map<String, @Nullable Object> merge) {
    static final String OBJECT = "[A-Z][A-Za-z]*/([a-z0-9.-]+/)?[a-z0-9.-]+";
}
