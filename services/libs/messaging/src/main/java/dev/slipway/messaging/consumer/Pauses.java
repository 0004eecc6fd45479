package dev.slipway.messaging.consumer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/** Waits between attempts, which end at once when the service stops: the message then goes back to its queue. */
public class Pauses implements ApplicationListener<ContextClosedEvent> {

    private final CountDownLatch stopping = new CountDownLatch(1);

    /**
     * Waits that long.
     *
     * @throws ServiceStops when the service stops first
     */
    public void pause(Duration length) {
        try {
            if (stopping.await(length.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ServiceStops();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceStops();
        }
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        stopping.countDown();
    }

    /** The message in hand is for another instance. */
    static final class ServiceStops extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ServiceStops() {
            super("the service stops", null, false, false);
        }
    }
}
