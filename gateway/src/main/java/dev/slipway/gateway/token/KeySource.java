package dev.slipway.gateway.token;

import reactor.core.publisher.Mono;

/** Where the signing keys are read: one JWK set as JSON, or an error within a bounded time. */
@FunctionalInterface
public interface KeySource {
    Mono<String> read();
}
