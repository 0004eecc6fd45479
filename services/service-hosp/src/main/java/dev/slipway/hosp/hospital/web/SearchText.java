package dev.slipway.hosp.hospital.web;

import dev.slipway.web.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A filter as it stands in the query; an empty text means any. */
final class SearchText {
    private static final int LONGEST = 50;
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private SearchText() {}

    /** @throws ProblemException 400 that names the parameter */
    static @Nullable String of(String parameter, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST || UNREADABLE.matcher(text).find()) {
            throw ProblemException.invalid(parameter, "must be at most " + LONGEST + " readable characters");
        }
        return text.strip();
    }
}
