package dev.slipway.platform.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Objects;

/**
 * Which object of a cluster is meant.
 *
 * @param apiVersion e.g. {@code apps/v1}
 * @param namespace empty for kinds without one
 */
public record ObjectId(String apiVersion, String kind, String namespace, String name) implements Comparable<ObjectId> {
    public static ObjectId of(HasMetadata object) {
        return new ObjectId(
                object.getApiVersion(),
                object.getKind(),
                Objects.requireNonNullElse(object.getMetadata().getNamespace(), ""),
                object.getMetadata().getName());
    }

    /** The same for an object as a tree. */
    public static ObjectId of(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        return new ObjectId(
                object.path("apiVersion").asText(),
                object.path("kind").asText(),
                metadata.path("namespace").asText(),
                metadata.path("name").asText());
    }

    /**
     * Reads what {@link #text} writes.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static ObjectId parse(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not the identity of an object: '" + text + "'");
        }
        return new ObjectId(parts[0], parts[1], parts[2], parts[3]);
    }

    /** One line that {@link #parse} reads. */
    public String text() {
        return String.join(" ", apiVersion, kind, namespace, name);
    }

    @Override
    public int compareTo(ObjectId other) {
        return text().compareTo(other.text());
    }

    /** For people: {@code Deployment his-dev/gateway}. */
    @Override
    public String toString() {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
