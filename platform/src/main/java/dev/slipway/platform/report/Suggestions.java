package dev.slipway.platform.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The valid word that was probably meant. */
public final class Suggestions {
    private Suggestions() {}

    /** The nearest of the valid words, unless all of them are too far from what was written to be meant. */
    public static Optional<String> nearest(String written, Collection<String> valid) {
        String wanted = written.toLowerCase(Locale.ROOT);
        int bound = Math.max(1, wanted.length() / 3);
        return valid.stream()
                .filter(word -> distance(wanted, word.toLowerCase(Locale.ROOT)) <= bound
                        || (wanted.length() > 2 && word.toLowerCase(Locale.ROOT).startsWith(wanted)))
                .min(Comparator.comparingInt((String word) -> distance(wanted, word.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Edits between two words: insertions, deletions, replacements and swapped neighbours count one each. */
    static int distance(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(from, to, i, j, edits);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int cheapest(String from, String to, int i, int j, int[][] edits) {
        int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
