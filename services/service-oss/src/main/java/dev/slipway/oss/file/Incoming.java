package dev.slipway.oss.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.util.FileSystemUtils;

/**
 * Where contents are until they are whole. Whoever is killed leaves something here and nowhere else; it is removed at the
 * next start and every ten minutes, by its age, because other instances may be receiving into the same directory.
 */
public final class Incoming {
    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);

    private final Path directory;
    private final Duration staleAfter;
    private final Clock clock;

    Incoming(Path directory, Duration staleAfter, Clock clock) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.staleAfter = staleAfter;
        this.clock = clock;
    }

    public Path directory() {
        return directory;
    }

    @Scheduled(initialDelay = 0, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() throws IOException {
        Instant oldest = clock.instant().minus(staleAfter);
        for (Path one : entries()) {
            try {
                if (Files.getLastModifiedTime(one).toInstant().isBefore(oldest)) {
                    FileSystemUtils.deleteRecursively(one);
                    LOG.info("Removed what an interrupted upload left: {}", one.getFileName());
                }
            } catch (NoSuchFileException finishedMeanwhile) {
                LOG.debug("Gone already: {}", one);
            }
        }
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }
}
