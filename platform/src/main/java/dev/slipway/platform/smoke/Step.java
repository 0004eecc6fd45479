package dev.slipway.platform.smoke;

import java.io.IOException;

/**
 * One step of the walk.
 *
 * @param name what a patient would say is done
 */
record Step(String name, Action action) {
    /** Does the step; fails with the cause in one line. */
    interface Action {
        void run() throws IOException, InterruptedException, StepFailed;
    }
}
