package dev.slipway.platform.spec;

import dev.slipway.platform.report.Suggestions;
import java.util.Collection;

/** The end of a fault: the word that was probably meant. */
final class Nearest {
    private Nearest() {}

    static String to(String written, Collection<String> valid) {
        return Suggestions.nearest(written, valid)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
    }
}
