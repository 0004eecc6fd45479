package dev.slipway.platform.stack.log;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a line of a log was written. All components write UTC where they give no offset. */
final class LogTime {
    /** ISO 8601 with {@code T} or blanks, anywhere near the start: Spring, JSON records, MariaDB (one-digit hours). */
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})[T ]( ?\\d{1,2}:\\d{2}:\\d{2})(?:[.,](\\d{1,9}))?\\s?(Z|[+-]\\d{2}:?\\d{2})?");

    /** Redis: {@code 812:M 23 Nov 2026 09:00:00.123 * Ready}. */
    private static final Pattern REDIS =
            Pattern.compile("^\\d+:[A-Z] (\\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2})");

    private static final DateTimeFormatter REDIS_TIME =
            DateTimeFormatter.ofPattern("dd MMM yyyy HH:mm:ss", Locale.ENGLISH);

    private static final int NEAR_THE_START = 200;

    private LogTime() {}

    /** Empty for lines that carry no time, such as those of a stack trace. */
    static Optional<Instant> of(String line) {
        String start = line.substring(0, Math.min(NEAR_THE_START, line.length()));
        try {
            Matcher iso = ISO.matcher(start);
            if (iso.find()) {
                return Optional.of(iso(iso));
            }
            Matcher redis = REDIS.matcher(start);
            return redis.find()
                    ? Optional.of(
                            LocalDateTime.parse(redis.group(1), REDIS_TIME).toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private static Instant iso(Matcher parts) {
        String time = parts.group(2).strip();
        String text = parts.group(1) + "T" + (time.length() < 8 ? "0" + time : time)
                + (parts.group(3) == null ? "" : "." + parts.group(3));
        String offset = parts.group(4);
        if (offset == null) {
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        }
        boolean colon = offset.equals("Z") || offset.contains(":");
        return OffsetDateTime.parse(text + (colon ? offset : offset.substring(0, 3) + ":" + offset.substring(3)))
                .toInstant();
    }
}
