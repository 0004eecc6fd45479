package dev.slipway.platform.diagnosis.log;

import java.util.Optional;
import java.util.OptionalInt;

/** When nothing else is known: the exit code alone. */
final class HowItEnded {
    private static final int SIGNALS = 128;
    private static final int SIGKILL = 9;

    private HowItEnded() {}

    static Optional<String> of(OptionalInt exitCode) {
        if (exitCode.isEmpty()) {
            return Optional.empty();
        }
        int code = exitCode.getAsInt();
        if (code == SIGNALS + SIGKILL) {
            return Optional.of("killed (signal 9), by someone or by the system for want of memory");
        }
        return Optional.of(code > SIGNALS ? "ended by signal " + (code - SIGNALS) : "ended with exit code " + code);
    }
}
