package dev.slipway.hosp.upload;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item.
 *
 * @param id what the hospital calls it
 * @param reason only of a rejected one
 */
public record ItemResult(
        @Nullable String id, Result result, @Nullable String reason) {
    /** What became of it. */
    public enum Result {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("updated")
        UPDATED,
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("rejected")
        REJECTED
    }

    public static ItemResult of(String id, Result result) {
        return new ItemResult(id, result, null);
    }

    public static ItemResult rejected(@Nullable String id, String reason) {
        return new ItemResult(id, Result.REJECTED, reason);
    }
}
