package dev.slipway.oss.file;

import java.util.List;
import java.util.Locale;

/** Makes the name that a client gave harmless: it is shown and offered for saving, never used as a path here. */
final class FileName {
    private static final int LONGEST = 100;
    private static final String FORBIDDEN = "<>:\"/\\|?*%";

    private FileName() {}

    /** @param extensions of the content's type, with their dots; the name ends in one of them, the first by default */
    static String harmless(String given, List<String> extensions) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder name = new StringBuilder();
        last.codePoints()
                .map(point -> allowed(point) ? point : '_')
                .limit(LONGEST)
                .forEach(name::appendCodePoint);
        // Leading dots hide a file, trailing dots and blanks are dropped by some systems.
        String bare = name.toString().replaceAll("^[.\\s]+|[.\\s]+$", "");
        String named = bare.isEmpty() ? "file" : bare;
        String lower = named.toLowerCase(Locale.ROOT);
        return extensions.isEmpty() || extensions.stream().anyMatch(lower::endsWith)
                ? named
                : named + extensions.get(0);
    }

    private static boolean allowed(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> FORBIDDEN.indexOf(point) < 0;
        };
    }
}
