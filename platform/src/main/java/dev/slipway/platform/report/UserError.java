package dev.slipway.platform.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A failure whose cause and remedy are known: it is shown to the user as it stands, without a stack trace.
 *
 * <p>Neither text may hold the value of a secret.
 */
public final class UserError extends RuntimeException {
    private final String fix;
    private final ExitCode exitCode;
    private final List<UserError> parts;

    /**
     * @param what the cause, one line if possible
     * @param fix what to do about it; empty when the cause says it all
     * @param exitCode how the command ends
     */
    public UserError(String what, String fix, ExitCode exitCode) {
        super(what);
        this.fix = fix;
        this.exitCode = exitCode;
        this.parts = List.of();
    }

    public UserError(String what, String fix, ExitCode exitCode, Throwable cause) {
        this(what, fix, exitCode, cause, List.of());
    }

    private UserError(String what, String fix, ExitCode exitCode, Throwable cause, List<UserError> parts) {
        super(what, cause);
        this.fix = fix;
        this.exitCode = exitCode;
        this.parts = parts;
    }

    /** Several at once, each said once; what was refused counts more than what failed. */
    public static UserError of(List<UserError> errors) {
        if (errors.size() == 1) {
            return errors.get(0);
        }
        return new UserError(
                errors.stream().map(UserError::what).distinct().collect(Collectors.joining("\n       ")),
                errors.stream().map(UserError::fix).distinct().collect(Collectors.joining("\n       ")),
                errors.stream().anyMatch(error -> error.exitCode() == ExitCode.REFUSED)
                        ? ExitCode.REFUSED
                        : errors.get(0).exitCode(),
                errors.get(0),
                errors.stream().flatMap(error -> error.parts().stream()).toList());
    }

    /** Those that it is made of, or itself. */
    List<UserError> parts() {
        return parts.isEmpty() ? List.of(this) : parts;
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
