package dev.slipway.order.configuration;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Does at once what a sweep would do later: never in the caller's thread, and not at all when there is too much of it
 * or the process ends.
 */
@Component
public class Background implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final int THREADS = 32;
    private static final int WAITING = 2_000;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            new ThreadPoolExecutor.DiscardPolicy());

    Background() {
        threads.allowCoreThreadTimeOut(true);
    }

    public void run(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.info("Left to the next sweep: {}", failed.toString());
            }
        });
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
