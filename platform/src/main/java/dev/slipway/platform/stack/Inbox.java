package dev.slipway.platform.stack;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What workers hand back to the supervisor's thread, which alone changes state. */
final class Inbox {
    private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    private final Executor workers;

    /** @param workers needs room for all components at once */
    Inbox(Executor workers) {
        this.workers = workers;
    }

    /**
     * Does what takes time on a worker. What it answers is done on the supervisor's thread, unless the unit was started
     * anew or given up meanwhile.
     *
     * @param failed gets the reason, on the supervisor's thread too, when the work throws
     */
    void ask(Unit unit, Callable<Runnable> work, Consumer<String> failed) {
        int start = unit.start();
        workers.execute(() -> {
            Runnable answer = answer(work, failed);
            answers.add(() -> {
                if (unit.expects(start)) {
                    answer.run();
                }
            });
        });
    }

    private static Runnable answer(Callable<Runnable> work, Consumer<String> failed) {
        try {
            return work.call();
        } catch (Exception e) {
            return () -> failed.accept(describe(e));
        }
    }

    /** Ends the wait of the supervisor's thread. */
    void wake() {
        answers.add(() -> {});
    }

    void takeAll() {
        for (Runnable answer = answers.poll(); answer != null; answer = answers.poll()) {
            answer.run();
        }
    }

    void await(Duration longest) throws InterruptedException {
        Runnable answer = answers.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (answer != null) {
            answer.run();
        }
    }

    static String describe(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message.strip();
    }
}
