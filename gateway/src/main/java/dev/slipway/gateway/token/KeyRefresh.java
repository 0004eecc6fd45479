package dev.slipway.gateway.token;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Reads the keys at start and then again and again, so that a withdrawn key stops to work. */
final class KeyRefresh implements SmartLifecycle {
    /** Between tries while the keys could not be read. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Tokens tokens;
    private final Supplier<TokenSettings> settings;
    private volatile @Nullable Disposable running;

    KeyRefresh(Tokens tokens, Supplier<TokenSettings> settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = Mono.defer(tokens::refreshKeys)
                .onErrorReturn(false)
                .flatMap(read -> Mono.delay(read ? settings.get().keysEvery() : SOON))
                .repeat()
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable refreshing = running;
        if (refreshing != null) {
            refreshing.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
