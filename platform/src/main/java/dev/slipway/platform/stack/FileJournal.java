package dev.slipway.platform.stack;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Writes down what happens for {@code status} and the progress view, and starts what follows the settling. */
final class FileJournal implements Journal {
    private final Stack stack;
    private final RunFiles files;
    private final Executor workers;
    private final Clock clock;

    FileJournal(Stack stack, RunFiles files, Executor workers, Clock clock) {
        this.stack = stack;
        this.files = files;
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public void changed(ComponentStatus status) {
        files.write(status);
    }

    @Override
    public void settled() {
        files.supervisor().ifPresent(status -> files.write(status.settled(clock.instant())));
        try {
            workers.execute(this::afterSettling);
        } catch (RejectedExecutionException stopping) {
            // There is nothing to do after the settling of what is being stopped.
        }
    }

    private void afterSettling() {
        try {
            stack.afterSettling();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            note(e);
        }
    }

    /** The stack works without it: whoever wonders finds the reason beside the other logs. */
    private void note(Exception failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        Path log = files.folder().resolveSibling("logs").resolve("slipway.log");
        try {
            Files.writeString(
                    log,
                    clock.instant() + " after settling: " + text + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException diskFull) {
            // Nothing is left to say it with.
        }
    }
}
