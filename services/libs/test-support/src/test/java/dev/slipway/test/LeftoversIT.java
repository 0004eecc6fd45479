package dev.slipway.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversIT {
    /** Above what Linux gives out. */
    private static final String NO_PROCESS = "999999999";

    @Test
    void severalJvmsSweepTheSameFolderAtOnce(@TempDir Path folder) throws Exception {
        Path dead = fill(folder.resolve(NO_PROCESS));
        Path alive = Files.createDirectory(
                folder.resolve(String.valueOf(ProcessHandle.current().pid())));

        List<Process> sweeps = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sweeps.add(sweep(folder));
        }

        for (Process sweep : sweeps) {
            assertThat(sweep.waitFor()).isZero();
        }
        assertThat(dead).doesNotExist();
        assertThat(alive).exists();
    }

    private static Path fill(Path folder) throws IOException {
        for (int i = 0; i < 200; i++) {
            Path inner = Files.createDirectories(folder.resolve("folder" + i));
            for (int j = 0; j < 40; j++) {
                Files.createFile(inner.resolve("file" + j));
            }
        }
        return folder;
    }

    private static Process sweep(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sweep.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
    }

    /** A JVM that does nothing else. */
    static final class Sweep {
        private Sweep() {}

        public static void main(String[] arguments) {
            Leftovers.sweep(Path.of(arguments[0]));
        }
    }
}
