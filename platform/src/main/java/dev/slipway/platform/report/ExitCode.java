package dev.slipway.platform.report;

/** What a command's end means to the caller; the numbers are part of the command line's contract. */
public enum ExitCode {
    DONE(0, "done"),
    FAILED(1, "failed"),
    USAGE(2, "wrong usage, or an error in a description file"),
    CHANGES(3, "the plan or the comparison has changes"),
    REFUSED(4, "refused: someone else is at work, a conflict, or a missing right"),
    TIMED_OUT(5, "timed out");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
