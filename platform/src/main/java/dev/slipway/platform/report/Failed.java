package dev.slipway.platform.report;

import java.util.List;

/**
 * How a command has failed, for programs.
 *
 * @param event tells it from the other lines of JSON
 */
record Failed(String event, int exitCode, List<Entry> errors) {
    /**
     * One of the errors.
     *
     * @param fix empty when the error says it all
     */
    record Entry(String error, String fix) {}

    static Failed of(UserError error) {
        return new Failed(
                "failed",
                error.exitCode().code(),
                error.parts().stream()
                        .map(part -> new Entry(part.what(), part.fix()))
                        .distinct()
                        .toList());
    }
}
