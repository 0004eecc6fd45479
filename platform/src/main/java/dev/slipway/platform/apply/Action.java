package dev.slipway.platform.apply;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a plan does with an object. */
public enum Action {
    CREATE,
    UPDATE,
    /** It cannot be updated: it is deleted and made anew. */
    REPLACE,
    DELETE,
    /** It is no longer described, and stays because data hangs on it. */
    KEEP,
    UNCHANGED;

    /** Whether something is written. */
    public boolean writes() {
        return this == CREATE || this == UPDATE || this == REPLACE || this == DELETE;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
