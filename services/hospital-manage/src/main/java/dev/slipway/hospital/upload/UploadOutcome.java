package dev.slipway.hospital.upload;

/** What became of an upload. */
public sealed interface UploadOutcome {
    /**
     * @param sent items that the platform answered to
     * @param rejected how many of them it rejected
     */
    record Done(int sent, int rejected) implements UploadOutcome {
        static final Done NOTHING = new Done(0, 0);

        Done and(Done other) {
            return new Done(sent + other.sent, rejected + other.rejected);
        }
    }

    /**
     * What was not sent stays pending.
     *
     * @param reason in words for the clerk
     */
    record Failed(String reason) implements UploadOutcome {}
}
