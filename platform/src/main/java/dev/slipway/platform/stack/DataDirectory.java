package dev.slipway.platform.stack;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that one stack keeps on disk, below one folder that carries a mark: only what is marked is removed. */
public final class DataDirectory {
    private static final String MARKER = "slipway-data";

    private final Path root;

    private DataDirectory(Path root) {
        this.root = root;
    }

    /**
     * The folder, made when it is not there.
     *
     * @throws UserError when it belongs to something else, or cannot be written
     */
    public static DataDirectory open(Path data) {
        try {
            Files.createDirectories(data);
            var directory = new DataDirectory(data.toRealPath());
            directory.mark();
            for (String folder : new String[] {"run", "logs", "apps"}) {
                Files.createDirectories(directory.root.resolve(folder));
            }
            return directory;
        } catch (IOException e) {
            throw new UserError(
                    "cannot write the data directory " + data + ": " + e,
                    "choose another one with --data",
                    ExitCode.FAILED,
                    e);
        }
    }

    /** The folder as it is, also when there is none yet; nothing is written. */
    public static DataDirectory at(Path data) {
        try {
            return new DataDirectory(Files.exists(data) ? data.toRealPath() : data);
        } catch (IOException e) {
            return new DataDirectory(data);
        }
    }

    public boolean exists() {
        return Files.isDirectory(root);
    }

    public Path root() {
        return root;
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String component) {
        return logs().resolve(component + ".log");
    }

    /** Services unpacked, and what makes them start faster. */
    public Path apps() {
        return root.resolve("apps");
    }

    /** Where a component keeps its data. */
    public Path store(String component) {
        return root.resolve("data").resolve(component);
    }

    /** Removes the folder and all that is in it; links are removed, not followed. */
    public void purge() throws IOException {
        if (!Files.isRegularFile(root.resolve(MARKER))) {
            throw new UserError(
                    root + " is not a data directory of Slipway: it lacks the file " + MARKER,
                    "remove it by hand if you mean it",
                    ExitCode.REFUSED);
        }
        Files.walkFileTree(root, new Removal(root.resolve(MARKER)));
    }

    private void mark() throws IOException {
        Path marker = root.resolve(MARKER);
        if (Files.exists(marker)) {
            return;
        }
        try (Stream<Path> entries = Files.list(root)) {
            if (entries.anyMatch(entry -> !entry.getFileName().toString().contains("secrets.yaml"))) {
                throw new UserError(
                        root + " holds files and is not a data directory of Slipway",
                        "choose an empty or a new folder with --data",
                        ExitCode.REFUSED);
            }
        }
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(marker, "Slipway keeps its data here; `slipway down --purge` removes this folder.\n");
    }

    /** Keeps the mark until the end, so that an interrupted removal can be repeated. */
    private static final class Removal extends SimpleFileVisitor<Path> {
        private final Path marker;

        Removal(Path marker) {
            this.marker = marker;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!file.equals(marker)) {
                Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            if (directory.equals(marker.getParent())) {
                Files.delete(marker);
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
