package dev.slipway.platform.diagnosis.log;

import dev.slipway.platform.diagnosis.Cause;
import java.util.Optional;
import java.util.regex.Pattern;

/** The JVM, or the machine, had no memory left. */
final class MemoryGone implements Rule {
    /** The JVM's exit code under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int EXIT_ON_OUT_OF_MEMORY = 3;

    private static final Pattern ERROR = Pattern.compile("OutOfMemoryError: ([\\w :.-]+)");

    @Override
    public Optional<LogCause> cause(Evidence evidence) {
        return text(evidence).map(text -> new LogCause(Cause.JVM_OUT_OF_MEMORY, text));
    }

    private static Optional<String> text(Evidence evidence) {
        for (String line : evidence.lines()) {
            var matcher = ERROR.matcher(line);
            if (matcher.find()) {
                return Optional.of(
                        "out of memory (" + matcher.group(1).strip() + "): raise its memory in platform.yaml");
            }
            if (line.contains("insufficient memory for the Java Runtime") || line.contains("Cannot allocate memory")) {
                return Optional.of("out of memory: the machine has none left to give");
            }
        }
        boolean jvmGaveUp = evidence.exitCode().orElse(0) == EXIT_ON_OUT_OF_MEMORY
                && evidence.lines().stream().anyMatch(line -> line.contains("OutOfMemoryError"));
        return jvmGaveUp ? Optional.of("out of memory: raise its memory in platform.yaml") : Optional.empty();
    }
}
