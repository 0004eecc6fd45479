package dev.slipway.platform.readiness;

import java.util.regex.Pattern;

/** What programs say of themselves in several lines, as the end of a log, where one line is shown. */
final class OneLine {
    private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");

    private OneLine() {}

    static String of(String text) {
        return BREAK.matcher(text.strip()).replaceAll(" / ");
    }
}
