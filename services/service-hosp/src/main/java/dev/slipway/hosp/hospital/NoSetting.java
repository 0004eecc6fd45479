package dev.slipway.hosp.hospital;

/** The platform has no setting for the hospital. */
public final class NoSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSetting() {
        super("No setting", null, false, false);
    }
}
