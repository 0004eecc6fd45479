package dev.slipway.platform.diagnosis.log;

import java.util.Optional;

/** Finds the cause in what a program wrote. */
public final class LogDiagnosis {
    private static final int SIGNALS = 128;

    private LogDiagnosis() {}

    /** The cause that the log shows; empty when it shows none. */
    public static Optional<LogCause> of(Evidence evidence) {
        // Whoever is killed from outside has not written why; what stands in its log is something else.
        boolean signalled = evidence.exitCode().orElse(0) > SIGNALS;
        return signalled
                ? Optional.empty()
                : LogRules.all().flatMap(rule -> rule.cause(evidence).stream()).findFirst();
    }

    /** The cause in one line, or else how it ended; never blank. */
    public static String describe(Evidence evidence) {
        return of(evidence)
                .map(LogCause::text)
                .or(() -> HowItEnded.of(evidence.exitCode()))
                .orElse("runs, and does not become usable");
    }
}
