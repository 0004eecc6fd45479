package dev.slipway.platform.stack.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a log from its start and goes on where it was, over cuts and new files. */
public final class LogReader {
    private final Path log;
    private final @Nullable Instant since;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private long position;
    private boolean recent;

    /** @param since lines before it are left out; null for all lines */
    public LogReader(Path log, @Nullable Instant since) {
        this.log = log;
        this.since = since;
        this.recent = since == null;
    }

    /** The lines of the rotated files, the oldest first; to be called before the first {@link #next}. */
    public void history(LogRotation rotation, Consumer<String> lines) throws IOException {
        for (int age = rotation.kept(); age > 0; age--) {
            Path older = LogRotation.older(log, age);
            if (Files.exists(older)) {
                try (var stream = Files.lines(older, StandardCharsets.ISO_8859_1)) {
                    stream.map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                            .forEach(line -> offer(line, lines));
                }
            }
        }
    }

    /** Hands out the lines that were written since the last call. */
    public void next(Consumer<String> lines) throws IOException {
        if (!Files.exists(log)) {
            return;
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < position) {
                position = 0;
                unfinished.reset();
            }
            file.seek(position);
            byte[] buffer = new byte[64 * 1024];
            for (int read = file.read(buffer); read > 0; read = file.read(buffer)) {
                position += read;
                take(buffer, read, lines);
            }
        }
    }

    private void take(byte[] buffer, int length, Consumer<String> lines) {
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                offer(unfinished.toString(StandardCharsets.UTF_8), lines);
                unfinished.reset();
            } else {
                unfinished.write(buffer[i]);
            }
        }
    }

    /** A line without a time belongs to the one before it. */
    private void offer(String line, Consumer<String> lines) {
        if (since != null) {
            Optional<Instant> time = LogTime.of(line);
            recent = time.map(written -> !written.isBefore(since)).orElse(recent);
        }
        if (recent) {
            lines.accept(line);
        }
    }
}
