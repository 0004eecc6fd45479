package dev.slipway.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** Data of test JVMs that have ended; their logs stay until the next JVM starts. */
final class Leftovers {

    private Leftovers() {}

    /**
     * Two JVMs of a module start at once and find the same leftovers: one sweeps, the other waits.
     *
     * @param folder has one folder a JVM, named by its process id
     */
    static Path sweep(Path folder) {
        try {
            Files.createDirectories(folder);
            sweepAlone(folder);
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void sweepAlone(Path folder) throws IOException {
        try (FileChannel channel =
                FileChannel.open(folder.resolve("sweep.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            for (Path one : owned(folder)) {
                if (ProcessHandle.of(Long.parseLong(one.getFileName().toString()))
                        .isEmpty()) {
                    FileSystemUtils.deleteRecursively(one);
                }
            }
        }
    }

    private static List<Path> owned(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(one -> one.getFileName().toString().matches("[0-9]+"))
                    .toList();
        }
    }
}
