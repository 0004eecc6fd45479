package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.readiness.Readiness;

/** What happens while an environment is applied or removed, as it happens; told from one thread at a time. */
public sealed interface ApplyEvent {
    ObjectId id();

    /** The object was created, updated or deleted. */
    record Wrote(ObjectId id, Action action) implements ApplyEvent {}

    /** The object is no longer described, and stays because data hangs on it. */
    record Kept(ObjectId id) implements ApplyEvent {}

    /** A deleted object is gone, with all that depended on it. */
    record Gone(ObjectId id) implements ApplyEvent {}

    /** The verdict about an object is another one than before. */
    record Changed(ObjectId id, Readiness readiness) implements ApplyEvent {}
}
