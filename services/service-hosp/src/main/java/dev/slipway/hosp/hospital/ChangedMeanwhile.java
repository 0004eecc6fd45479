package dev.slipway.hosp.hospital;

/** Others kept changing the same thing; the call may be repeated. */
public final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhile() {
        super("Changed by others meanwhile", null, false, false);
    }
}
