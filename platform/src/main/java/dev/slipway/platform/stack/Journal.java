package dev.slipway.platform.stack;

/** Who is told what happens to the stack. Calls come from the supervisor's thread and have to be quick. */
public interface Journal {
    void changed(ComponentStatus status);

    /** All components are ready for the first time. */
    void settled();
}
