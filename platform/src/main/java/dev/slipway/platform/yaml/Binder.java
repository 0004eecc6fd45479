package dev.slipway.platform.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns nodes into values and collects every fault instead of stopping at the first; a value with a fault is null. */
final class Binder {
    private final String file;
    private final List<Problem> problems;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final RecordBinder records = new RecordBinder(this);

    Binder(String file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    void problem(Node node, String path, String what) {
        problems.add(Outline.problemAt(file, node, path.isEmpty() ? what : path + ": " + what));
    }

    Place place(Node node) {
        Problem here = Outline.problemAt(file, node, "");
        return new Place(file, here.line(), here.column());
    }

    int problemCount() {
        return problems.size();
    }

    @Nullable
    Object bind(Node node, Type type, String path) {
        if (!open.add(node)) {
            problem(node, path, "an alias of a part around it");
            return null;
        }
        try {
            return bindOpen(node, type, path);
        } finally {
            open.remove(node);
        }
    }

    private @Nullable Object bindOpen(Node node, Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == Map.class) {
                return map(node, (Class<?>) arguments[0], arguments[1], path);
            }
            return collection(node, generic.getRawType() == Set.class, arguments[0], path);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == Object.class) {
            return anything(node, path);
        }
        if (raw.isRecord() && !Scalars.fromText(raw)) {
            return records.bind(node, raw, path);
        }
        return scalar(node, raw, path);
    }

    @Nullable
    Object scalar(Node node, Class<?> type, String path) {
        try {
            return Scalars.value(node, type);
        } catch (IllegalArgumentException e) {
            problem(node, path, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable Object collection(Node node, boolean distinct, Type element, String path) {
        if (!(node instanceof SequenceNode sequence)) {
            problem(node, path, "expected a sequence, found " + Scalars.describe(node));
            return null;
        }
        var values = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            Object value = bind(item, element, path + "[" + values.size() + "]");
            if (value != null && distinct && values.contains(value)) {
                problem(item, path, "'" + value + "' is there twice");
            } else if (value != null) {
                values.add(value);
            }
        }
        return distinct
                ? Collections.unmodifiableSet(new LinkedHashSet<>(values))
                : Collections.unmodifiableList(values);
    }

    private @Nullable Object map(Node node, Class<?> keyType, Type valueType, String path) {
        Map<String, NodeTuple> entries = entries(node, path);
        if (entries == null) {
            return null;
        }
        var values = new LinkedHashMap<Object, @Nullable Object>();
        entries.forEach((name, entry) -> {
            Object key = keyType == String.class ? name : scalar(entry.getKeyNode(), keyType, path);
            Object value = bind(entry.getValueNode(), valueType, join(path, name));
            boolean removed =
                    valueType == Object.class && entry.getValueNode().getTag().equals(Tag.NULL);
            if (key != null && (value != null || removed)) {
                values.put(key, value);
            }
        });
        return Collections.unmodifiableMap(values);
    }

    /** The entries of a mapping by key, a key that is there twice reported; null for anything else. */
    @Nullable
    Map<String, NodeTuple> entries(Node node, String path) {
        if (!(node instanceof MappingNode mapping)) {
            problem(node, path, "expected a mapping, found " + Scalars.describe(node));
            return null;
        }
        var entries = new LinkedHashMap<String, NodeTuple>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problem(entry.getKeyNode(), path, "a key has to be a text");
            } else if (entries.putIfAbsent(key.getValue(), entry) != null) {
                problem(key, path, "the key '" + key.getValue() + "' is there twice");
            }
        }
        return entries;
    }

    private @Nullable Object anything(Node node, String path) {
        if (node instanceof MappingNode) {
            return map(node, String.class, Object.class, path);
        }
        if (node instanceof SequenceNode) {
            return collection(node, false, Object.class, path);
        }
        return node.getTag().equals(Tag.NULL) ? null : Scalars.natural((ScalarNode) node);
    }

    static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
