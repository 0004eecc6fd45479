package dev.slipway.platform.spec;

/** What a description describes. */
public enum Kind {
    ENVIRONMENT("Environment");

    private final String written;

    Kind(String written) {
        this.written = written;
    }

    @Override
    public String toString() {
        return written;
    }
}
