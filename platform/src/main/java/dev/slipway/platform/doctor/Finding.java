package dev.slipway.platform.doctor;

/**
 * The result of a check.
 *
 * @param found what is there, in one line
 * @param fix what to do; empty when there is nothing to do
 */
public record Finding(String check, Verdict verdict, String found, String fix) {
    public static Finding ok(String check, String found) {
        return new Finding(check, Verdict.OK, found, "");
    }

    public static Finding warning(String check, String found, String fix) {
        return new Finding(check, Verdict.WARNING, found, fix);
    }

    public static Finding problem(String check, String found, String fix) {
        return new Finding(check, Verdict.PROBLEM, found, fix);
    }
}
