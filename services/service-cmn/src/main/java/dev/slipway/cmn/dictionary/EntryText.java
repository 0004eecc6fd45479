package dev.slipway.cmn.dictionary;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the texts of an entry may be; the same rules for the HTTP calls and for imported rows. */
public final class EntryText {
    /** Regular expression of codes. */
    public static final String CODE = "[a-z][a-z0-9-]{0,62}";

    /** What a value may not have: what a path segment can't carry, and what XML and people can't see. */
    private static final Pattern NOT_IN_VALUE = Pattern.compile("[/\\\\;%\\p{Cc}\\p{Cs}\\x{FFFE}\\x{FFFF}]");

    private static final Pattern NOT_IN_NAME = Pattern.compile("[\\p{Cc}\\p{Cs}\\x{FFFE}\\x{FFFF}]");
    private static final Pattern WHOLE_CODE = Pattern.compile(CODE);
    private static final int LONGEST_VALUE = 64;
    private static final int LONGEST_NAME = 200;

    private EntryText() {}

    /** What is wrong with a code, or empty. */
    public static Optional<String> problemOfCode(@Nullable String code) {
        return when(
                code == null || !WHOLE_CODE.matcher(code).matches(),
                "must be 1 to 63 of a-z, 0-9 and '-', beginning with a letter");
    }

    /** What is wrong with a value, or empty. */
    public static Optional<String> problemOfValue(@Nullable String value) {
        if (value == null || value.isEmpty() || value.length() > LONGEST_VALUE || !value.equals(value.strip())) {
            return Optional.of("must be 1 to 64 characters without space around them");
        }
        return when(
                NOT_IN_VALUE.matcher(value).find() || value.equals(".") || value.equals(".."),
                "must have no control character and none of / \\ ; %, and not be '.' or '..'");
    }

    /** What is wrong with a name, or empty. */
    public static Optional<String> problemOfName(@Nullable String name) {
        if (name == null || name.isEmpty() || name.length() > LONGEST_NAME || !name.equals(name.strip())) {
            return Optional.of("must be 1 to 200 characters without space around them");
        }
        return when(NOT_IN_NAME.matcher(name).find(), "must have no control character");
    }

    private static Optional<String> when(boolean wrong, String problem) {
        return wrong ? Optional.of(problem) : Optional.empty();
    }
}
