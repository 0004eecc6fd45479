package dev.slipway.platform.stack;

import java.util.List;

/** How the life of a supervisor ended. All processes of the stack are gone by then. */
public sealed interface Outcome {
    /** Someone asked it to stop. */
    record Stopped() implements Outcome {}

    /** The stack did not come up. */
    record Failed(List<ComponentStatus> components) implements Outcome {}

    /** Components were not ready in time, though they ran. */
    record TimedOut(List<ComponentStatus> components) implements Outcome {}
}
