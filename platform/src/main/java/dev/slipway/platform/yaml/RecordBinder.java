package dev.slipway.platform.yaml;

import dev.slipway.platform.report.Suggestions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Binds a mapping to the components of a record. */
final class RecordBinder {
    /** By what is written in the annotations, which are few, while records with defaults are many. */
    private static final Map<String, Node> DEFAULTS = new ConcurrentHashMap<>();

    private final Binder binder;

    RecordBinder(Binder binder) {
        this.binder = binder;
    }

    @Nullable
    Object bind(Node node, Class<?> type, String path) {
        Map<String, NodeTuple> entries = binder.entries(node, path);
        if (entries == null) {
            return null;
        }
        List<RecordComponent> components = keys(type);
        refuseUnknown(entries, components, path);
        var values = new LinkedHashMap<String, @Nullable Object>();
        boolean complete = true;
        for (var component : type.getRecordComponents()) {
            Object value = component.getType() == Place.class
                    ? binder.place(node)
                    : component(node, entries.get(component.getName()), component, path);
            values.put(component.getName(), value);
            complete &= value != null || absent(entries, component);
        }
        return complete ? construct(node, entries, type, values, path) : null;
    }

    /** The components that are written as keys. */
    private static List<RecordComponent> keys(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> component.getType() != Place.class)
                .toList();
    }

    private static boolean absent(Map<String, NodeTuple> entries, RecordComponent component) {
        NodeTuple entry = entries.get(component.getName());
        return Binder.isOptional(component) && (entry == null || isNull(entry));
    }

    private static boolean isNull(NodeTuple entry) {
        return entry.getValueNode().getTag().equals(Tag.NULL);
    }

    private void refuseUnknown(Map<String, NodeTuple> entries, List<RecordComponent> components, String path) {
        List<String> allowed = components.stream().map(RecordComponent::getName).toList();
        entries.forEach((name, entry) -> {
            if (!allowed.contains(name)) {
                binder.problem(entry.getKeyNode(), path, unknown("key", name, allowed));
            }
        });
    }

    static String unknown(String what, String written, Collection<String> allowed) {
        return "unknown " + what + " '" + written + "', allowed: " + String.join(", ", allowed)
                + Suggestions.nearest(written, allowed)
                        .map(nearest -> "; did you mean '" + nearest + "'?")
                        .orElse("");
    }

    private @Nullable Object component(Node around, @Nullable NodeTuple entry, RecordComponent component, String path) {
        String here = Binder.join(path, component.getName());
        if (entry != null && !(isNull(entry) && Binder.isOptional(component))) {
            int before = binder.problemCount();
            Object value = binder.bind(entry.getValueNode(), component.getGenericType(), here);
            if (value != null && binder.problemCount() == before) {
                Constraints.fault(component, value)
                        .ifPresent(fault -> binder.problem(entry.getValueNode(), here, fault));
            }
            return value;
        }
        return entry == null ? missing(around, component, path) : null;
    }

    private @Nullable Object missing(Node around, RecordComponent component, String path) {
        var written = component.getAnnotation(Default.class);
        if (written != null) {
            Node node = DEFAULTS.computeIfAbsent(written.value(), RecordBinder::composed);
            return binder.bind(node, component.getGenericType(), Binder.join(path, component.getName()));
        }
        Class<?> type = component.getType();
        if (Binder.isOptional(component)) {
            return null;
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Set.class) {
            return Set.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        binder.problem(around, path, "missing key '" + component.getName() + "'");
        return null;
    }

    private static Node composed(String text) {
        return new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow();
    }

    private @Nullable Object construct(
            Node node,
            Map<String, NodeTuple> entries,
            Class<?> type,
            Map<String, @Nullable Object> values,
            String path) {
        try {
            var types = Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values.values().toArray());
        } catch (InvocationTargetException e) {
            report(node, entries, e.getCause(), path);
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    private void report(Node node, Map<String, NodeTuple> entries, @Nullable Throwable cause, String path) {
        if (cause instanceof InvalidField invalid) {
            NodeTuple entry = entries.get(invalid.component());
            String what = String.valueOf(invalid.getMessage());
            binder.problem(entry == null ? node : entry.getValueNode(), Binder.join(path, invalid.component()), what);
        } else if (cause instanceof IllegalArgumentException) {
            binder.problem(node, path, String.valueOf(cause.getMessage()));
        } else {
            throw new IllegalStateException("the constructor of a bound record failed", cause);
        }
    }
}
