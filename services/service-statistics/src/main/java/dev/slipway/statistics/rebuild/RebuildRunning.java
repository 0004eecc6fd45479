package dev.slipway.statistics.rebuild;

/** This instance is at a rebuild already. */
public final class RebuildRunning extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RebuildRunning() {
        super("a rebuild is running", null, false, false);
    }
}
