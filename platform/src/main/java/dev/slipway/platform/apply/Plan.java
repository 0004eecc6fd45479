package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.ObjectId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an apply would do, in the order of the description. */
public record Plan(List<Change> changes) {
    public Plan {
        changes = List.copyOf(changes);
    }

    public boolean writes() {
        return changes.stream().anyMatch(change -> change.action().writes());
    }

    Map<ObjectId, Change> byId() {
        return changes.stream().collect(Collectors.toMap(Change::id, Function.identity()));
    }
}
