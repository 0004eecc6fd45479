package dev.slipway.hosp.upload;

/** What texts from outside may be, for every kind of item. */
public final class Text {
    /** One line without control characters or halves of characters. */
    public static final String LINE = "[^\\p{Cc}\\p{Cs}]*";

    public static final String LINE_FORM = "must be one line of readable characters";

    /** Several lines. */
    public static final String LINES = "[^\\p{Cs}\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]*";

    public static final String LINES_FORM = "must be readable characters";

    private Text() {}
}
