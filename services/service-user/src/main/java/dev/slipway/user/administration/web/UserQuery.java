package dev.slipway.user.administration.web;

import dev.slipway.user.account.AccountFilter;
import dev.slipway.user.account.AccountStatus;
import dev.slipway.user.account.VerificationStatus;
import dev.slipway.web.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The filter of the user list as it stands in the query; an empty text means any.
 *
 * @param from first day of registration, {@code to} the last one, both in the display zone
 */
record UserQuery(
        @Nullable String keyword,
        @Nullable String status,
        @Nullable String verification,
        @Nullable String from,
        @Nullable String to) {
    /** @throws ProblemException 400 that names the parameter */
    AccountFilter filter(ZoneId zone) {
        LocalDate first = date("from", from);
        LocalDate last = date("to", to);
        return new AccountFilter(
                keyword == null || keyword.isBlank() ? null : keyword,
                word("status", status, AccountStatus.class),
                word("verification", verification, VerificationStatus.class),
                first == null ? null : first.atStartOfDay(zone).toInstant(),
                last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static <E extends Enum<E>> @Nullable E word(String name, @Nullable String text, Class<E> type) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(word -> lower(word).equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        name,
                        "must be one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(UserQuery::lower)
                                        .collect(Collectors.joining(", "))));
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable LocalDate date(String name, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() <= 9998) {
                return day;
            }
        } catch (DateTimeException notADate) {
            // falls through to the same refusal
        }
        throw ProblemException.invalid(name, "must be a date from 1970 on, YYYY-MM-DD");
    }
}
