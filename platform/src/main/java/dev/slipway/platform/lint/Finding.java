package dev.slipway.platform.lint;

/**
 * A rule that an object breaks.
 *
 * @param rule its name, as a waiver names it
 * @param object kind and name
 * @param what is wrong, and what is allowed instead
 */
public record Finding(String rule, String object, String what) {
    @Override
    public String toString() {
        return object + ": " + what + " [" + rule + "]";
    }
}
