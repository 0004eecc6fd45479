package dev.slipway.platform.diagnosis.log;

import dev.slipway.platform.diagnosis.Cause;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Built for a newer Java than the one that runs. */
final class ClassVersion implements Rule {
    /** Class file version 45 is Java 1 (Java Virtual Machine Specification, 4.1). */
    private static final int BEFORE_JAVA = 44;

    private static final Pattern ERROR =
            Pattern.compile("UnsupportedClassVersionError.*class file version (\\d+)\\.\\d+.*up to (\\d+)\\.\\d+");

    @Override
    public Optional<LogCause> cause(Evidence evidence) {
        for (String line : evidence.lines()) {
            Matcher matcher = ERROR.matcher(line);
            if (matcher.find()) {
                return Optional.of(new LogCause(
                        Cause.JAVA_VERSION,
                        "built for Java " + java(matcher.group(1)) + ", started with Java " + java(matcher.group(2))
                                + ": set JAVA_HOME to a newer JDK"));
            }
        }
        return Optional.empty();
    }

    private static int java(String classVersion) {
        return Integer.parseInt(classVersion) - BEFORE_JAVA;
    }
}
