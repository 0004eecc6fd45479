package dev.slipway.hosp.upload;

import org.jspecify.annotations.Nullable;

/** One item of a batch, after its fields were looked at. */
public sealed interface Item<T> {
    /** What the hospital calls it; null when it did not say. */
    @Nullable
    String id();

    /** The fields are well formed. */
    record Fit<T>(String id, T item) implements Item<T> {}

    /** @param fault which field and what is wrong with it */
    record Unfit<T>(@Nullable String id, String fault) implements Item<T> {}
}
