package dev.slipway.platform.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The Java that runs this, which also builds and runs the stack.
 *
 * @param feature its major version
 */
public record JavaCheck(int feature, Path home) implements Check {
    private static final int LOWEST = 17;

    @Override
    public List<Finding> look() {
        String found = "Java " + feature + " in " + home;
        if (feature < LOWEST) {
            return List.of(Finding.problem("jdk", found, "install JDK 17 or newer and set JAVA_HOME to it"));
        }
        if (!Files.isExecutable(home.resolve("bin").resolve("javac"))) {
            return List.of(Finding.problem("jdk", found + " has no compiler", "install a JDK, not only a JRE"));
        }
        return List.of(Finding.ok("jdk", found));
    }
}
