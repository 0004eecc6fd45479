package dev.slipway.hosp.schedule.web;

import dev.slipway.web.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The date of a query. */
final class RequiredDate {
    private RequiredDate() {}

    /** @throws ProblemException 400 that names the parameter */
    static LocalDate of(@Nullable String text) {
        LocalDate date = ofNullable(text);
        if (date == null) {
            throw ProblemException.invalid("date", "is needed, YYYY-MM-DD");
        }
        return date;
    }

    /** Null for an empty text. */
    static @Nullable LocalDate ofNullable(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw ProblemException.invalid("date", "must be a date, YYYY-MM-DD");
        }
    }
}
