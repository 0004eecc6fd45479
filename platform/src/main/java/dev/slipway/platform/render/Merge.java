package dev.slipway.platform.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays one tree over another: what a {@link dev.slipway.platform.spec.Patch} promises. */
final class Merge {
    private static final String KEY = "name";

    private Merge() {}

    static Map<String, @Nullable Object> of(Map<?, ?> below, Map<?, ?> above) {
        var merged = new LinkedHashMap<String, @Nullable Object>();
        below.forEach((key, value) -> merged.put(String.valueOf(key), value));
        above.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (value == null) {
                merged.remove(name);
            } else {
                merged.put(name, value(merged.get(name), value));
            }
        });
        return merged;
    }

    private static Object value(@Nullable Object below, Object above) {
        if (above instanceof Map<?, ?> mapping) {
            return of(below instanceof Map<?, ?> there ? there : Map.of(), mapping);
        }
        if (above instanceof List<?> list && below instanceof List<?> there && named(list) && named(there)) {
            return byName(there, list);
        }
        return above;
    }

    private static boolean named(List<?> list) {
        return !list.isEmpty()
                && list.stream().allMatch(entry -> entry instanceof Map<?, ?> mapping && mapping.containsKey(KEY));
    }

    private static List<Object> byName(List<?> below, List<?> above) {
        var merged = new ArrayList<Object>(below);
        for (Object entry : above) {
            int place = position(merged, entry);
            if (place < 0) {
                merged.add(entry);
            } else {
                merged.set(place, value(merged.get(place), entry));
            }
        }
        return merged;
    }

    private static int position(List<Object> entries, Object wanted) {
        for (int i = 0; i < entries.size(); i++) {
            if (name(entries.get(i)).equals(name(wanted))) {
                return i;
            }
        }
        return -1;
    }

    private static Object name(Object entry) {
        return String.valueOf(((Map<?, ?>) entry).get(KEY));
    }
}
