package dev.slipway.platform.stack.progress;

import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** Times and sizes as people read them. */
public final class Amounts {
    private static final long MEBI = 1024L * 1024;

    private Amounts() {}

    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    /** The two largest units, e.g. {@code 3 h 20 min}. */
    public static String span(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0
                ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                : time.toSeconds() + " s";
    }

    /** Empty for an unknown amount. */
    public static String mebibytes(OptionalLong bytes) {
        return bytes.isPresent() ? bytes.getAsLong() / MEBI + " MiB" : "";
    }
}
