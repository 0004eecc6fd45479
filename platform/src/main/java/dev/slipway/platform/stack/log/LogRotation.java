package dev.slipway.platform.stack.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a log that a running process appends to below a size: its content is copied away and the file is cut to
 * nothing, so that the process needs not know. It has to have the file open for appending. A line that is written
 * between copy and cut is lost; in exchange a process writes to its log even when the supervisor is gone.
 *
 * @param largest bytes from which on a log is rotated
 * @param kept how many older files are kept ({@code x.log.1} is the youngest)
 */
public record LogRotation(long largest, int kept) {
    public static final LogRotation DEFAULT = new LogRotation(10L * 1024 * 1024, 2);

    /** Rotates the log when it is too large. */
    public void apply(Path log) throws IOException {
        if (!Files.exists(log) || Files.size(log) < largest) {
            return;
        }
        for (int age = kept; age > 1; age--) {
            if (Files.exists(older(log, age - 1))) {
                Files.move(older(log, age - 1), older(log, age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(log, older(log, 1), StandardCopyOption.REPLACE_EXISTING);
        try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    static Path older(Path log, int age) {
        return log.resolveSibling(log.getFileName() + "." + age);
    }
}
