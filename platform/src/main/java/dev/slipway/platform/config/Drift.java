package dev.slipway.platform.config;

import org.jspecify.annotations.Nullable;

/** How a document in the files and its namesake in Nacos stand to each other and to what they last had in common. */
public enum Drift {
    SAME("same"),
    FILES_CHANGED("changed in the files"),
    NACOS_CHANGED("changed in Nacos"),
    BOTH_CHANGED("changed in both"),
    ONLY_IN_FILES("only in the files"),
    REMOVED_IN_NACOS("removed in Nacos"),
    ONLY_IN_NACOS("only in Nacos"),
    REMOVED_FROM_FILES("removed from the files");

    private final String words;

    Drift(String words) {
        this.words = words;
    }

    /**
     * Compares by meaning.
     *
     * @param common what both said when they were last alike; null when they never were
     */
    static Drift of(@Nullable Digest file, @Nullable Digest nacos, @Nullable Digest common) {
        if (file == null) {
            return common == null ? ONLY_IN_NACOS : REMOVED_FROM_FILES;
        }
        if (nacos == null) {
            return common == null ? ONLY_IN_FILES : REMOVED_IN_NACOS;
        }
        if (file.equals(nacos)) {
            return SAME;
        }
        if (nacos.equals(common)) {
            return FILES_CHANGED;
        }
        return file.equals(common) ? NACOS_CHANGED : BOTH_CHANGED;
    }

    @Override
    public String toString() {
        return words;
    }
}
