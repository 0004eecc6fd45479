package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Readiness;

/** What happens during an apply, as it happens; told from one thread at a time. */
public sealed interface ApplyEvent {
    /** The object was created, updated or deleted. */
    record Wrote(ObjectId id, Action action) implements ApplyEvent {}

    /** The verdict about an object is another one than before. */
    record Changed(ObjectId id, Readiness readiness) implements ApplyEvent {}
}
