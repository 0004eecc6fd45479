package dev.slipway.platform.doctor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a finding means for running the stack. */
public enum Verdict {
    OK,
    /** It runs, but not as it should. */
    WARNING,
    /** It will not run. */
    PROBLEM;

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
