package dev.slipway.platform.stack.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTests {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-23T09:00:01.500Z INFO started | 2026-11-23T09:00:01.500Z
            2026-11-23T17:00:01+08:00 INFO started | 2026-11-23T09:00:01Z
            2026-11-23  9:00:01 0 [Note] ready | 2026-11-23T09:00:01Z
            2026-11-23 09:00:01,500 INFO nacos | 2026-11-23T09:00:01.500Z
            {"level":"INFO","@timestamp":"2026-11-23T09:00:01.5Z"} | 2026-11-23T09:00:01.500Z
            812:M 23 Nov 2026 09:00:01.123 * Ready | 2026-11-23T09:00:01Z
            """)
    void knowsTheTimesThatComponentsWrite(String line, Instant time) {
        assertThat(LogTime.of(line)).contains(time);
    }

    @Test
    void aLineOfAStackTraceHasNoTime() {
        assertThat(LogTime.of("\tat a.B.c(B.java:1)")).isEmpty();
        assertThat(LogTime.of("2026-99-99T09:00:00Z")).isEmpty();
    }

    @Test
    void leavesOutWhatIsOlderTogetherWithItsStackTrace() throws IOException {
        Path log = folder.resolve("a.log");
        Files.writeString(log, """
                2026-11-23T09:00:00Z old
                \tat old
                2026-11-23T09:10:00Z new
                \tat new
                """);
        var lines = new ArrayList<String>();
        new LogReader(log, Instant.parse("2026-11-23T09:05:00Z")).next(lines::add);
        assertThat(lines).containsExactly("2026-11-23T09:10:00Z new", "\tat new");
    }

    @Test
    void followsAWriterOverARotation() throws IOException {
        Path log = folder.resolve("a.log");
        var rotation = new LogRotation(10, 2);
        var reader = new LogReader(log, null);
        var lines = new ArrayList<String>();
        try (var writer = new FileOutputStream(log.toFile(), true)) {
            writer.write("first line\n".getBytes(StandardCharsets.UTF_8));
            reader.next(lines::add);
            rotation.apply(log);
            writer.write("more\nhalf".getBytes(StandardCharsets.UTF_8));
            reader.next(lines::add);
            writer.write(" a line ü\n".getBytes(StandardCharsets.UTF_8));
            reader.next(lines::add);
        }
        assertThat(lines).containsExactly("first line", "more", "half a line ü");
        assertThat(Files.readString(log)).isEqualTo("more\nhalf a line ü\n");
    }

    @Test
    void keepsAsManyOlderFilesAsTold() throws IOException {
        Path log = folder.resolve("a.log");
        var rotation = new LogRotation(1, 2);
        for (String content : new String[] {"one\n", "two\n", "three\n"}) {
            Files.writeString(log, content);
            rotation.apply(log);
        }
        Files.writeString(log, "four\n");
        var lines = new ArrayList<String>();
        var reader = new LogReader(log, null);
        reader.history(rotation, lines::add);
        reader.next(lines::add);
        assertThat(lines).containsExactly("two", "three", "four");
    }
}
