package dev.slipway.hospital.platform;

import org.jspecify.annotations.Nullable;

/**
 * What the platform has of something.
 *
 * @param revision counts the changes made here
 * @param uploadedRevision the last one that the platform answered to; 0 for none
 * @param result its answer: {@code created}, {@code updated}, {@code unchanged} or {@code rejected};
 *     for a cancelled session that it rejected and then took back, {@value #REMOVED} or {@value #ABSENT}
 * @param reason why it was rejected
 */
public record UploadState(
        int revision,
        int uploadedRevision,
        @Nullable String result,
        @Nullable String reason) {
    public static final String REMOVED = "removed";

    /** The platform never had it. */
    public static final String ABSENT = "absent";

    /** Of what was just made. */
    public static final UploadState NEW = new UploadState(1, 0, null, null);

    /** There are changes that the platform did not answer to. */
    public boolean pending() {
        return revision > uploadedRevision;
    }

    public boolean rejected() {
        return "rejected".equals(result);
    }

    public boolean absent() {
        return ABSENT.equals(result);
    }
}
