package dev.slipway.order.hospital;

import org.jspecify.annotations.Nullable;

/** Free text of a hospital. What is longer than it can be kept is cut: an answer is not lost for its wording. */
final class Words {
    static final int FETCH_TIME = 100;
    static final int FETCH_ADDRESS = 200;
    static final int REASON = 200;

    private Words() {}

    /** @param longest in characters as the database counts them, which are whole code points */
    static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
