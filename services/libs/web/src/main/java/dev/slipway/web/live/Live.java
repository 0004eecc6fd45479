package dev.slipway.web.live;

/**
 * A configuration record that may be replaced while the service runs.
 *
 * <p>Read it once an operation and keep that record for the operation: two reads may see two records, one never sees
 * half of each.
 *
 * @param <T> the record's type
 */
public final class Live<T> {

    private volatile T value;

    Live(T value) {
        this.value = value;
    }

    /** A value that nothing replaces, for code that is run without Nacos and for tests. */
    public static <T> Live<T> fixed(T value) {
        return new Live<>(value);
    }

    /** The record in force: complete, valid, immutable. */
    public T get() {
        return value;
    }

    void replace(T next) {
        value = next;
    }
}
