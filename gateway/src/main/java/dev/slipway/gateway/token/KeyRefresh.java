package dev.slipway.gateway.token;

import dev.slipway.gateway.background.Background;
import java.time.Duration;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Reads the keys at start and then again and again, so that a withdrawn key stops to work. */
final class KeyRefresh extends Background {
    /** Between tries while the keys could not be read. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Tokens tokens;
    private final Supplier<TokenSettings> settings;

    KeyRefresh(Tokens tokens, Supplier<TokenSettings> settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    protected Mono<?> turn() {
        return Mono.defer(tokens::refreshKeys)
                .onErrorReturn(false)
                .flatMap(read -> Mono.delay(read ? settings.get().keysEvery() : SOON));
    }
}
