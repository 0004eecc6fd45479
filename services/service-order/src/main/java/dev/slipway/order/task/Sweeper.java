package dev.slipway.order.task;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks every few seconds for requests without an answer and notices that were not delivered: somebody waits for these
 * in front of a page, and a trigger a minute would be too late. Each look is one read of a small index.
 */
@Component
class Sweeper {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Jobs jobs;

    Sweeper(Jobs jobs) {
        this.jobs = jobs;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void sweep() {
        try {
            jobs.reconcileRequests();
        } catch (RuntimeException away) {
            LOG.warn("The sweep is left to the next turn: {}", away.toString());
        }
    }
}
