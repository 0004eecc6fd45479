package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.diff.FieldChange;
import java.util.List;

/**
 * What is to be done with one object.
 *
 * @param fields of an update, or all fields of what is created
 */
public record Change(ObjectId id, Action action, List<FieldChange> fields) {
    public Change {
        fields = List.copyOf(fields);
    }

    static Change of(ObjectId id, Action action) {
        return new Change(id, action, List.of());
    }

    boolean isNamespace() {
        return id.kind().equals("Namespace");
    }
}
