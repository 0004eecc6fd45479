package dev.slipway.platform.yaml;

/**
 * Where a record is written. A component of this type is no key: it is filled in by whoever binds the record.
 *
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {
    /** A fault of what is written here. */
    public Problem problem(String what) {
        return new Problem(file, line, column, what);
    }

    /** For people: {@code deploy/dev-ol/platform.yaml:40}. */
    public String shown() {
        return file + ":" + line;
    }
}
