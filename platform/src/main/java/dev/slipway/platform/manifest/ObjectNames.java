package dev.slipway.platform.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a description names rendered objects: {@code Deployment/service-order}, or with the namespace between where several
 * have that name: {@code NetworkPolicy/headlamp/default-deny}.
 */
public final class ObjectNames {
    private final String rendered;
    private final String described;
    private final Map<String, Set<String>> byShort = new TreeMap<>();

    /**
     * @param rendered the namespace of the environment as objects have it, perhaps a variable
     * @param described the same as the description says it
     */
    public ObjectNames(Collection<? extends HasMetadata> objects, String rendered, String described) {
        this.rendered = rendered;
        this.described = described;
        objects.forEach(object -> byShort.computeIfAbsent(shortOf(object), name -> new TreeSet<>())
                .add(fullOf(object)));
    }

    /** Whether an object is meant. */
    public boolean means(String written, HasMetadata object) {
        return written.equals(shortOf(object)) || written.equals(fullOf(object));
    }

    /** The full names of the objects that have this short name; none when it is a full one, or nothing's. */
    public Set<String> called(String written) {
        return byShort.getOrDefault(written, Set.of());
    }

    /** What an ambiguous name is refused with. */
    public static String ambiguous(String written, Set<String> candidates) {
        return "'" + written + "' is the name of " + candidates.size() + " objects, allowed: "
                + String.join(", ", candidates);
    }

    /** All names that mean one object. */
    public Set<String> all() {
        var all = new TreeSet<String>();
        byShort.forEach((name, full) -> all.addAll(full.size() == 1 ? Set.of(name) : full));
        return all;
    }

    /** Whether both are one object of the API server. */
    public static boolean same(HasMetadata one, HasMetadata other) {
        return identity(one).equals(identity(other));
    }

    /** What the API server knows an object by; the version of its kind is how one speaks of it. */
    public static List<String> identity(HasMetadata object) {
        return Stream.of(
                        object.getKind(),
                        object.getMetadata().getNamespace(),
                        object.getMetadata().getName())
                .map(String::valueOf)
                .toList();
    }

    private static String shortOf(HasMetadata object) {
        return object.getKind() + "/" + object.getMetadata().getName();
    }

    private String fullOf(HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        return namespace == null
                ? shortOf(object)
                : object.getKind() + "/" + (namespace.equals(rendered) ? described : namespace) + "/"
                        + object.getMetadata().getName();
    }
}
