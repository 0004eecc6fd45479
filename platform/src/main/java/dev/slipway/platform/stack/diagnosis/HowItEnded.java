package dev.slipway.platform.stack.diagnosis;

import java.util.Optional;

/** When nothing else is known: the exit code alone. */
final class HowItEnded implements Rule {
    private static final int SIGNALS = 128;
    private static final int SIGKILL = 9;

    @Override
    public Optional<String> cause(Evidence evidence) {
        if (evidence.exitCode().isEmpty()) {
            return Optional.empty();
        }
        int code = evidence.exitCode().getAsInt();
        if (code == SIGNALS + SIGKILL) {
            return Optional.of("killed (signal 9), by someone or by the system for want of memory");
        }
        return Optional.of(code > SIGNALS ? "ended by signal " + (code - SIGNALS) : "ended with exit code " + code);
    }
}
