package dev.slipway.platform.stack.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What a JVM writes once (AOT cache or CDS archive) and later starts from; keyed by program, JVM and flags. */
public final class StartupCache {
    private final Path file;
    private final Jvm jvm;

    StartupCache(Path file, Jvm jvm) {
        this.file = file;
        this.jvm = jvm;
    }

    public Path file() {
        return file;
    }

    public boolean exists() {
        return Files.isRegularFile(file);
    }

    /** Flags to start from the cache; none while there is none. */
    public List<String> flags() {
        return exists() ? jvm.use(file) : List.of();
    }

    /** Flags for the run that writes it, to a place where no one takes it for finished. */
    public List<String> recordingFlags() {
        return jvm.record(unfinished());
    }

    /** Whether the recording run has left anything. */
    public boolean recorded() {
        return Files.isRegularFile(unfinished());
    }

    /** To be called when the recording run has ended well. */
    public void finish() throws IOException {
        Files.move(unfinished(), file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path unfinished() {
        return file.resolveSibling("unfinished-" + file.getFileName());
    }
}
