package dev.slipway.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.local.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedProgramIT {
    private static final int OTHERS = 24;
    private static final int ROUNDS = 10;

    /** Linux runs no program that any process has open for writing, and a child has what its parent had. */
    @Test
    void runsAlsoWhenOthersAreStartedWhileItIsWritten(@TempDir Path folder) throws Exception {
        var over = new AtomicBoolean();
        ExecutorService others = Executors.newFixedThreadPool(OTHERS);
        try {
            for (int i = 0; i < OTHERS; i++) {
                others.execute(() -> startOthersUntil(over));
            }
            for (int round = 0; round < ROUNDS; round++) {
                var redis = new RedisServer(
                        folder.resolve("data" + round), folder.resolve("binaries" + round), 1, Passwords.next());
                redis.prepare();
                Process version = new ProcessBuilder(redis.command().get(0), "--version").start();
                assertThat(version.waitFor()).isZero();
            }
        } finally {
            over.set(true);
            others.shutdown();
        }
    }

    private static void startOthersUntil(AtomicBoolean over) {
        try {
            while (!over.get()) {
                new ProcessBuilder("true").start().waitFor();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
