package dev.slipway.platform.explain;

import dev.slipway.platform.spec.Patch;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of rendered objects that patches change, as the last word on what a description says. */
final class PatchedFields {
    private static final String MEANING = "laid over the rendered object";

    private PatchedFields() {}

    /** Those of objects that are called as the component of the path; all for an empty path. */
    static Stream<Explained> of(List<Patch> patches, String path) {
        String[] keys = path.split("\\.", -1);
        return patches.stream()
                .filter(patch -> path.isEmpty() || (keys.length == 2 && isOf(keys[1], patch)))
                .flatMap(patch -> leaves("", patch.merge())
                        .map(leaf -> new Explained(
                                patch.object() + " " + leaf.getKey(),
                                leaf.getValue(),
                                "patch " + patch.place().shown(),
                                MEANING)));
    }

    private static boolean isOf(String component, Patch patch) {
        String name = patch.object().substring(patch.object().lastIndexOf('/') + 1);
        return name.equals(component) || name.startsWith(component + "-");
    }

    private static Stream<Map.Entry<String, String>> leaves(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return map.entrySet().stream()
                    .flatMap(entry -> leaves(path + (path.isEmpty() ? "" : ".") + entry.getKey(), entry.getValue()));
        }
        return Stream.of(Map.entry(path, value == null ? "removed" : value.toString()));
    }
}
