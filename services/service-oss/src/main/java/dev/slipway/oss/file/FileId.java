package dev.slipway.oss.file;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names a file: 32 hexadecimal digits and never anything that a path or a key could be made of. */
public record FileId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public FileId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a file");
        }
    }

    /** Empty for whatever can't be an id. */
    public static Optional<FileId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new FileId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
