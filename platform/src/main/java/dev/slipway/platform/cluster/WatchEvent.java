package dev.slipway.platform.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One line of what the server tells: https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes.
 *
 * @param object for an error the status that says why
 */
record WatchEvent(Kind kind, ObjectNode object) {
    /** What has happened; a bookmark only says that time has gone by. */
    enum Kind {
        ADDED,
        MODIFIED,
        DELETED,
        BOOKMARK,
        ERROR
    }

    /** Empty when it is no event, so that nothing can be known from it. */
    static Optional<WatchEvent> read(String line) {
        JsonNode event = Api.read(line);
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(event.path("type").asText()) && event.path("object") instanceof ObjectNode object) {
                return Optional.of(new WatchEvent(kind, object));
            }
        }
        return Optional.empty();
    }

    /** Of an error, as the codes of answers are: 410 when the version that was begun at is forgotten. */
    int code() {
        return object.path("code").asInt();
    }

    String name() {
        return object.path("metadata").path("name").asText();
    }
}
