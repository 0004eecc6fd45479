package dev.slipway.platform.stack.process;

import java.util.OptionalInt;

/** One process of this stack; every call is about that very process, also after its number was recycled. */
public interface Child {
    ProcessIdentity identity();

    boolean alive();

    /** The exit code, 128 + n after signal n; empty while it runs and for processes that someone else started. */
    OptionalInt exitCode();

    /** Asks the process to stop; does nothing when it is gone. */
    void terminate();

    /** Stops the process at once; does nothing when it is gone. */
    void kill();
}
