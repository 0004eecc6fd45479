package dev.slipway.platform.smoke;

/** A step met an answer that it did not expect; the message says which, in one line. */
public final class StepFailed extends Exception {
    StepFailed(String cause) {
        super(cause);
    }
}
