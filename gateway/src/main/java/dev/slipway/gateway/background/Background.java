package dev.slipway.gateway.background;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Does something again and again as long as calls are answered: from before the web server opens until it has closed, so
 * also for the calls that come while the gateway drains.
 */
public abstract class Background implements SmartLifecycle {
    private static final int AROUND_WEB_SERVER = 0;

    private volatile @Nullable Disposable running;

    /** Does it once and ends with the pause after it; must not fail. */
    protected abstract Mono<?> turn();

    @Override
    public final int getPhase() {
        return AROUND_WEB_SERVER;
    }

    @Override
    public final void start() {
        running = Mono.defer(this::turn).repeat().subscribe();
    }

    @Override
    public final void stop() {
        Disposable turning = running;
        if (turning != null) {
            turning.dispose();
        }
        running = null;
    }

    @Override
    public final boolean isRunning() {
        return running != null;
    }
}
