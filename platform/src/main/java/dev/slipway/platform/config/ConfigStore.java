package dev.slipway.platform.config;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where documents are kept for the running services. */
public interface ConfigStore {
    /**
     * A text as it is kept.
     *
     * @param version changes with the text
     */
    record Stored(String text, String version) {}

    /** The text under this name was changed by someone else in the meantime. */
    final class Conflict extends Exception {
        private static final long serialVersionUID = 1L;

        Conflict(String name) {
            super(name);
        }
    }

    /** The names in a group. */
    List<String> names(String group) throws IOException, InterruptedException;

    Optional<Stored> read(String group, String dataId) throws IOException, InterruptedException;

    /**
     * Writes only if the text is still of the expected version.
     *
     * @param expected empty when there must be none yet
     */
    void write(String group, String dataId, String type, String text, Optional<String> expected)
            throws Conflict, IOException, InterruptedException;
}
