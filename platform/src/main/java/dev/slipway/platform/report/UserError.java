package dev.slipway.platform.report;

/**
 * A failure whose cause and remedy are known: it is shown to the user as it stands, without a stack trace.
 *
 * <p>Neither text may hold the value of a secret.
 */
public final class UserError extends RuntimeException {
    private final String fix;
    private final ExitCode exitCode;

    /**
     * @param what the cause, one line if possible
     * @param fix what to do about it; empty when the cause says it all
     * @param exitCode how the command ends
     */
    public UserError(String what, String fix, ExitCode exitCode) {
        super(what);
        this.fix = fix;
        this.exitCode = exitCode;
    }

    public UserError(String what, String fix, ExitCode exitCode, Throwable cause) {
        super(what, cause);
        this.fix = fix;
        this.exitCode = exitCode;
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public String fix() {
        return fix;
    }

    public ExitCode exitCode() {
        return exitCode;
    }
}
