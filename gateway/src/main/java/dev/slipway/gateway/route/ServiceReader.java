package dev.slipway.gateway.route;

import dev.slipway.gateway.problem.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/** Reads a document of a service for the gateway's own use; a dead instance is passed over once. */
public final class ServiceReader {
    private final Instances instances;
    private final WebClient http;

    ServiceReader(Instances instances, WebClient http) {
        this.instances = instances;
        this.http = http;
    }

    /** Fails when there is no instance, the answer is not 200, is too large, or takes longer than the timeout. */
    public Mono<String> read(String service, String path, Duration timeout) {
        return instances
                .choose(service, Set.of())
                .switchIfEmpty(noInstance())
                .flatMap(first -> read(first, path).onErrorResume(WebClientRequestException.class, failure -> {
                    instances.died(first);
                    return instances
                            .choose(service, Set.of(first))
                            .switchIfEmpty(Mono.error(failure))
                            .flatMap(second -> read(second, path));
                }))
                .timeout(timeout);
    }

    private static Mono<URI> noInstance() {
        return Mono.error(() -> Problem.of(HttpStatus.SERVICE_UNAVAILABLE).refusal());
    }

    private Mono<String> read(URI instance, String path) {
        return http.get().uri(instance.resolve(path)).retrieve().bodyToMono(String.class);
    }
}
