package dev.slipway.platform.explain;

/**
 * One value that holds.
 *
 * @param path of keys with dots between, or an object and a field of it for a patch
 * @param value as it would be written; empty when the key is left out and has no default
 * @param from {@code default}, {@code derived from} another key, {@code left out}, the line that it is written in, or the line of a patch
 * @param meaning what the key means
 */
public record Explained(String path, String value, String from, String meaning) {
    /** Whether it stands at the path or below it. */
    boolean within(String wanted) {
        return wanted.isEmpty() || path.equals(wanted) || path.startsWith(wanted + ".");
    }
}
