package dev.slipway.platform.verify;

/**
 * One thing that must not be.
 *
 * @param subject the number of the appointment, or the id of the schedule
 * @param rule a stable word
 * @param detail what was found, in one line
 */
public record Violation(String subject, String rule, String detail) {
    @Override
    public String toString() {
        return subject + "  " + rule + "  " + detail;
    }
}
