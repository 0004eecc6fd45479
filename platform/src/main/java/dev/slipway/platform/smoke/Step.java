package dev.slipway.platform.smoke;

import java.io.IOException;

/**
 * One step of the walk.
 *
 * @param name what a patient would say is done
 */
record Step(String name, Need need, Action action) {
    /** Does the step; fails with the cause in one line. */
    interface Action {
        void run() throws IOException, InterruptedException, StepFailed;
    }

    /** A door that a step goes through; it needs those before it, too. */
    enum Need {
        NOTHING,
        /** Codes and notices can be read. */
        INBOX,
        OPERATOR,
        CLERK
    }

    static Step of(String name, Action action) {
        return new Step(name, Need.NOTHING, action);
    }
}
