package dev.slipway.messaging.outbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The thread a relay turns on; woken by commits, otherwise polling. */
public final class RelayWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RelayWorker.class);
    private static final Duration BATCH_IN_HAND = Duration.ofSeconds(10);

    private static final int AFTER_WEB_SERVER = Integer.MAX_VALUE - 4096;

    private final OutboxRelay relay;
    private final OutboxKeeper keeper;
    private final Semaphore woken = new Semaphore(0);
    private CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    public RelayWorker(OutboxRelay relay, OutboxKeeper keeper) {
        this.relay = relay;
        this.keeper = keeper;
    }

    /** Stopped after web server and consumers, whose last transactions may store events. */
    @Override
    public int getPhase() {
        return AFTER_WEB_SERVER;
    }

    /** Ends an idle pause at once; cheap and never blocks. */
    public void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    @Override
    public synchronized void start() {
        if (thread != null) {
            return;
        }
        CountDownLatch stop = new CountDownLatch(1);
        stopping = stop;
        Thread started = new Thread(() -> work(stop), "outbox-relay");
        started.setDaemon(true);
        started.start();
        thread = started;
    }

    /** Lets the batch in hand end; what is left over is published by the next relay. */
    @Override
    public synchronized void stop() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        stopping.countDown();
        wake();
        try {
            running.join(BATCH_IN_HAND.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void work(CountDownLatch stop) {
        try {
            while (stop.getCount() > 0) {
                OutboxRelay.Pause pause = turn();
                keeper.tick();
                pause(pause, stop);
            }
        } catch (InterruptedException e) {
            log.debug("Relay interrupted", e);
        }
    }

    private OutboxRelay.Pause turn() {
        try {
            return relay.turn();
        } catch (RuntimeException e) {
            log.debug("Relay turn failed", e);
            return relay.outage(e.toString());
        }
    }

    private void pause(OutboxRelay.Pause pause, CountDownLatch stop) throws InterruptedException {
        long nanos = pause.length().toNanos();
        if (!pause.wakeable()) {
            boolean stopped = stop.await(nanos, TimeUnit.NANOSECONDS);
            log.trace("Back-off over, stopped: {}", stopped);
        } else if (nanos > 0 && woken.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
            woken.drainPermits();
        }
    }
}
