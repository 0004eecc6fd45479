package dev.slipway.platform.yaml;

/**
 * One fault in a document.
 *
 * @param file as the reader knows it, usually relative to the sources
 * @param line from 1
 * @param column from 1
 * @param what the fault and what is allowed instead
 */
public record Problem(String file, int line, int column, String what) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + what;
    }
}
