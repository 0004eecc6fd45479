package dev.slipway.web.registry;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.client.serviceregistry.Registration;
import org.springframework.cloud.client.serviceregistry.ServiceRegistry;
import org.springframework.context.SmartLifecycle;

/**
 * Leaves the registry first, waits until callers know, and only then lets the web server finish its last requests.
 * Spring Cloud deregisters when beans are destroyed, after the server has closed: too late for callers.
 */
final class RegistryDrain<R extends Registration> implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryDrain.class);

    private final ServiceRegistry<R> registry;
    private final R registration;
    private final Duration wait;
    private volatile boolean running;

    RegistryDrain(ServiceRegistry<R> registry, R registration, Duration wait) {
        this.registry = registry;
        this.registration = registration;
        this.wait = wait;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            registry.deregister(registration);
            LOG.info("Left the registry; the last requests may come for {}", wait);
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreachable) {
            LOG.warn("Could not leave the registry: {}", unreachable.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The last to start and the first to stop: above the web server's own graceful shutdown. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
