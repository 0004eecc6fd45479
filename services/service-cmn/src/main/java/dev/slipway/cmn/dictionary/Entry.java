package dev.slipway.cmn.dictionary;

import org.jspecify.annotations.Nullable;

/**
 * One entry of a dictionary.
 *
 * @param parentId null for the root of a dictionary
 * @param code of the dictionary that the entry is in, also for entries below the root
 * @param value unique in its dictionary; null for the root
 * @param depth steps to the root; 0 for the root
 */
public record Entry(
        long id,
        @Nullable Long parentId,
        @Nullable Long rootId,
        String code,
        @Nullable String value,
        String name,
        int depth,
        boolean hasChildren) {
    /** Bounds recursive queries and the passes of an import; no real division or classification is that deep. */
    public static final int DEEPEST = 16;

    /** Id of the root of the entry's dictionary: its own id when it is the root. */
    public long dictionaryId() {
        return rootId == null ? id : rootId;
    }
}
