package dev.slipway.platform.explain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.Suggestions;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.yaml.Document;
import dev.slipway.platform.yaml.FromText;
import dev.slipway.platform.yaml.Outline;
import dev.slipway.platform.yaml.Place;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Goes through a checked description, in the order of its keys. */
public final class Explanation {
    private final Outline outline;
    private final Meanings meanings;
    private final Derived derived;
    private final List<Explained> all = new ArrayList<>();

    private Explanation(Environment environment, Outline outline, Meanings meanings) {
        this.derived = new Derived(environment);
        this.outline = outline;
        this.meanings = meanings;
    }

    /**
     * What holds at a path and below it, with the patches of the component that the path names.
     *
     * @param path keys with dots between; empty for everything
     * @throws UserError when nothing is called so
     */
    public static List<Explained> of(Document<Environment> document, Meanings meanings, String path) {
        Environment environment = document.orThrow();
        var explanation = new Explanation(environment, document.outline(), meanings);
        explanation.record(environment, List.of(), meanings.document());
        List<Explained> found =
                explanation.all.stream().filter(value -> value.within(path)).toList();
        if (found.isEmpty()) {
            throw unknown(path, explanation.all);
        }
        return Stream.concat(found.stream(), PatchedFields.of(environment.patches(), path))
                .toList();
    }

    private static UserError unknown(String path, List<Explained> all) {
        Set<String> paths = new TreeSet<>();
        for (Explained value : all) {
            for (int dot = value.path().length(); dot > 0; dot = value.path().lastIndexOf('.', dot - 1)) {
                paths.add(value.path().substring(0, dot));
            }
        }
        return new UserError(
                "the description has nothing called '" + path + "'",
                Suggestions.nearest(path, paths)
                        .map(nearest -> "did you mean '" + nearest + "'?")
                        .orElse("without a path everything is explained"),
                ExitCode.USAGE);
    }

    private void record(Object value, List<String> path, JsonNode schema) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            if (component.getType() != Place.class) {
                JsonNode key = meanings.key(schema, component.getName());
                any(read(component, value), joined(path, component.getName()), key, meanings.sentence(key));
            }
        }
    }

    /** @param meaning of the key; free keys of a mapping mean what the mapping means, unless they have words of their own */
    private void any(@Nullable Object value, List<String> path, JsonNode schema, String meaning) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, entry) -> {
                JsonNode below = meanings.key(schema, String.valueOf(key));
                String own = meanings.sentence(below);
                any(entry, joined(path, String.valueOf(key)), below, own.isEmpty() ? meaning : own);
            });
        } else if (value instanceof List<?> list && list.stream().anyMatch(Explanation::hasKeys)) {
            for (int i = 0; i < list.size(); i++) {
                any(list.get(i), joined(path, Integer.toString(i)), meanings.item(schema), meaning);
            }
        } else if (value != null && hasKeys(value)) {
            record(value, path, schema);
        } else {
            all.add(leaf(value, path, meaning));
        }
    }

    private Explained leaf(@Nullable Object value, List<String> path, String meaning) {
        String name = String.join(".", path);
        return value != null
                ? new Explained(name, written(value), from(value, path), meaning)
                : derived.of(path)
                        .map(effective -> new Explained(name, effective.value(), effective.from(), meaning))
                        .orElseGet(() -> new Explained(name, "", from(null, path), meaning));
    }

    private static boolean hasKeys(Object value) {
        return value.getClass().isRecord()
                && Stream.of(value.getClass().getDeclaredMethods())
                        .noneMatch(method -> method.isAnnotationPresent(FromText.class));
    }

    private String from(@Nullable Object value, List<String> path) {
        boolean nothing = value == null
                || (value instanceof Collection<?> many && many.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        return outline.place(path.toArray(String[]::new)).map(Place::shown).orElse(nothing ? "left out" : "default");
    }

    private static String written(@Nullable Object value) {
        if (value instanceof Collection<?> many) {
            return String.join(", ", many.stream().map(Explanation::written).toList());
        }
        if (value instanceof Enum<?> word) {
            return word.toString().equals(word.name())
                    ? word.name().toLowerCase(Locale.ROOT).replace('_', '-')
                    : word.toString();
        }
        if (value instanceof Duration duration) {
            return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
        }
        return value == null || (value instanceof Map<?, ?> map && map.isEmpty()) ? "" : value.toString();
    }

    private static List<String> joined(List<String> path, String key) {
        var longer = new ArrayList<>(path);
        longer.add(key);
        return longer;
    }

    private static @Nullable Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
