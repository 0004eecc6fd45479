package dev.slipway.platform.report;

import java.util.Locale;

/** The forms of a result, as {@code -o} names them. */
public enum OutputFormat {
    TABLE,
    JSON,
    YAML;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
