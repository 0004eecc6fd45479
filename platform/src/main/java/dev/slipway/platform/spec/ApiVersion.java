package dev.slipway.platform.spec;

/** The versions of the description that this build reads. */
public enum ApiVersion {
    V1("slipway.dev/v1");

    private final String written;

    ApiVersion(String written) {
        this.written = written;
    }

    @Override
    public String toString() {
        return written;
    }
}
