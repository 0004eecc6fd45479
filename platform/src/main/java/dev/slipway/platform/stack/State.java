package dev.slipway.platform.stack;

import java.util.Locale;

/** Where a component is on its way; the names are part of what {@code status} prints. */
public enum State {
    /** What it needs is not ready yet. */
    WAITING,
    /** Being prepared, or running and not usable yet. */
    STARTING,
    /** Usable. */
    READY,
    /** It was ready, runs on, and does not answer as it should. */
    UNHEALTHY,
    /** It died and is started again after a pause. */
    BACKING_OFF,
    /** Asked to stop. */
    STOPPING,
    STOPPED,
    /** It could not be started, and the start was given up. */
    FAILED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
