package dev.slipway.platform.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Puts a command into a session of its own, so that Ctrl-C in the terminal reaches the supervisor alone, which then
 * stops the others in order. Both helpers replace themselves by the command: it keeps the process number.
 */
public final class OwnSession {
    private final List<String> prefix;

    OwnSession(List<String> prefix) {
        this.prefix = List.copyOf(prefix);
    }

    /** The way this system has: {@code setsid} of util-linux, or Perl where that is missing (macOS), or none. */
    public static OwnSession onThisSystem() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return new OwnSession(program(path, "setsid")
                .map(List::of)
                .or(() -> program(path, "perl")
                        .map(perl -> List.of(perl, "-MPOSIX", "-e", "POSIX::setsid(); exec {$ARGV[0]} @ARGV", "--")))
                .orElse(List.of()));
    }

    public List<String> wrap(List<String> command) {
        var wrapped = new ArrayList<>(prefix);
        wrapped.addAll(command);
        return wrapped;
    }

    private static Optional<String> program(String path, String name) {
        return Arrays.stream(path.split(":", -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
