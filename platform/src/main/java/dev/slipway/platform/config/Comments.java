package dev.slipway.platform.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Keeps the comments of a file where the text that replaces it says the same, line by line. */
final class Comments {
    private static final Pattern TRAILING = Pattern.compile("(^|\\s)#.*$");

    private Comments() {}

    /** The new text with the old one's comments, or as it is where these would change what it says. */
    static String keep(String old, String next) {
        if (next.contains("#") || !old.contains("#")) {
            return withNewline(next);
        }
        String kept = withNewline(
                String.join("\n", merge(old.lines().toList(), next.lines().toList())));
        return Digest.of(kept).equals(Digest.of(next)) ? kept : withNewline(next);
    }

    private static List<String> merge(List<String> old, List<String> next) {
        var merged = new ArrayList<String>();
        int from = 0;
        for (String line : next) {
            int found = find(old, from, line);
            if (found < 0) {
                merged.add(line);
            } else {
                int first = found;
                while (first > from && bare(old.get(first - 1)).isBlank()) {
                    first--;
                }
                merged.addAll(old.subList(first, found + 1));
                from = found + 1;
            }
        }
        return merged;
    }

    private static int find(List<String> old, int from, String line) {
        for (int index = from; index < old.size(); index++) {
            if (!bare(line).isBlank() && bare(old.get(index)).equals(bare(line))) {
                return index;
            }
        }
        return -1;
    }

    private static String bare(String line) {
        return TRAILING.matcher(line).replaceFirst("").stripTrailing();
    }

    private static String withNewline(String text) {
        return text.endsWith("\n") ? text : text + "\n";
    }
}
