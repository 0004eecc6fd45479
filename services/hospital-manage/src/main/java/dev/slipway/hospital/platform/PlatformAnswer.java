package dev.slipway.hospital.platform;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a call. */
public sealed interface PlatformAnswer {
    /** @param items one a sent item; empty where there are none */
    record Accepted(List<ItemResult> items) implements PlatformAnswer {
        public Accepted {
            items = List.copyOf(items);
        }
    }

    /**
     * A definite no.
     *
     * @param status of HTTP
     * @param code stable word of the platform's problem; empty when it gave none
     * @param detail the platform's sentence
     */
    record Refused(int status, String code, String detail) implements PlatformAnswer {}

    /**
     * Nobody knows whether the call was done.
     *
     * @param reason for the log and the clerk; nothing secret
     */
    record Unreachable(String reason) implements PlatformAnswer {}

    /**
     * @param code of a department; {@code id} of a schedule
     * @param result {@code created}, {@code updated}, {@code unchanged} or {@code rejected}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ItemResult(
            @Nullable String code,
            @Nullable String id,
            String result,
            @Nullable String reason) {}
}
