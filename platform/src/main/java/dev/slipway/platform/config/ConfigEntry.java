package dev.slipway.platform.config;

/**
 * One document: the text of a file below {@code deploy/config}, or of the entry of the same name in Nacos.
 *
 * @param dataId its name in both
 */
public record ConfigEntry(String dataId, String text) {
    static final String SETTINGS = "DEFAULT_GROUP";
    static final String RULES = "SENTINEL_GROUP";

    /** The group that holds documents of this name: Sentinel's rules are JSON and have their own. */
    static String groupOf(String dataId) {
        return dataId.endsWith(".json") ? RULES : SETTINGS;
    }

    String group() {
        return groupOf(dataId);
    }

    String type() {
        return dataId.endsWith(".json") ? "json" : "yaml";
    }

    Digest digest() {
        return Digest.of(text);
    }
}
