package dev.slipway.local;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A program that this process has written. Linux runs none that anybody has open for writing, and a child that another
 * thread starts meanwhile has it open too, until it has become its own program.
 */
record NewProgram(Path file) {
    private static final String BUSY = "error=26,"; // ETXTBSY
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(10);

    /**
     * Returns once it has run; from then on it always does.
     *
     * @throws IOException when it does not run on this machine
     */
    void makeRunnable() throws IOException {
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("can't make executable: " + file);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!runs(System.nanoTime() < end)) {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + file, stopped);
        }
    }

    private boolean runs(boolean patient) throws IOException, InterruptedException {
        try {
            Process version = new ProcessBuilder(file.toString(), "--version")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!version.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                version.destroyForcibly();
            }
            return true;
        } catch (IOException failed) {
            if (patient && String.valueOf(failed.getMessage()).contains(BUSY)) {
                return false;
            }
            throw failed;
        }
    }
}
