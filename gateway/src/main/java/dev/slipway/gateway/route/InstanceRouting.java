package dev.slipway.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_HEADER_NAMES;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.removeAlreadyRouted;

import dev.slipway.gateway.call.AnswerHeaders;
import dev.slipway.gateway.call.Call;
import dev.slipway.gateway.problem.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * Takes a routed call to an instance: {@code lb://service} to one chosen in turn, any other address as it stands.
 * A call that found no connection was not sent, and goes to another instance; so does a GET or HEAD whose connection
 * breaks, or that is answered 503. Any other call is never sent twice. An answer that is an error but no problem (a
 * container's error page) is replaced by one.
 */
final class InstanceRouting implements GlobalFilter, Ordered {
    private static final Problem NO_INSTANCE = Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "no-instance", "No instance of the service is there.")
            .after(Duration.ofSeconds(2));

    private final Instances instances;
    private final Supplier<RoutingSettings> settings;

    InstanceRouting(Instances instances, Supplier<RoutingSettings> settings) {
        this.instances = instances;
        this.settings = settings;
    }

    /** After the filters that may rewrite the request, before the one that sends it. */
    @Override
    public int getOrder() {
        return 10_100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        Call.of(exchange).routed(route.getId());
        URI target = route.getUri();
        if (!"lb".equalsIgnoreCase(target.getScheme())) {
            exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, address(target, exchange.getRequest()));
            return chain.filter(exchange).then(Mono.defer(() -> answered(exchange)));
        }
        return new Attempts(UploadOfCaller.in(exchange), chain, target.getHost()).first();
    }

    private static URI address(URI instance, ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        String path = request.getURI().getRawPath();
        String base = instance.getScheme() + "://" + instance.getRawAuthority() + path;
        return URI.create(query == null ? base : base + "?" + query);
    }

    /** What an instance said, before any of it is sent on. */
    private static Mono<Void> answered(ServerWebExchange exchange) {
        HttpStatusCode code = exchange.getResponse().getStatusCode();
        if (code == null || !code.isError()) {
            return Mono.empty();
        }
        MediaType type = exchange.getResponse().getHeaders().getContentType();
        boolean problem = type != null && MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type);
        if (problem || HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return Mono.empty();
        }
        HttpStatus status = HttpStatus.resolve(code.value());
        discard(exchange);
        return Mono.error(
                Problem.of(status == null ? HttpStatus.BAD_GATEWAY : status).refusal());
    }

    private static void discard(ServerWebExchange exchange) {
        Connection connection = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
        if (connection != null) {
            connection.dispose();
        }
        Map<String, Object> attributes = exchange.getAttributes();
        Set<String> names = exchange.getAttribute(CLIENT_RESPONSE_HEADER_NAMES);
        if (names != null) {
            names.forEach(exchange.getResponse().getHeaders()::remove);
            AnswerHeaders.set(exchange);
        }
        attributes.remove(CLIENT_RESPONSE_CONN_ATTR);
        attributes.remove(CLIENT_RESPONSE_ATTR);
        attributes.remove(CLIENT_RESPONSE_HEADER_NAMES);
        removeAlreadyRouted(exchange);
    }

    /** The tries of one call. */
    private final class Attempts {
        private final ServerWebExchange exchange;
        private final GatewayFilterChain chain;
        private final String service;
        private final boolean repeatable;
        private Set<URI> tried = Set.of();
        private int left;
        /** Who is being asked; null once it has answered or failed: what fails then is not its connection. */
        private @Nullable URI sending;

        Attempts(ServerWebExchange exchange, GatewayFilterChain chain, String service) {
            this.exchange = exchange;
            this.chain = chain;
            this.service = service;
            this.repeatable = repeatable(exchange.getRequest());
            this.left = settings.get().retries();
        }

        Mono<Void> first() {
            URI ready = instances.ready(service);
            return ready != null ? send(ready) : next();
        }

        private Mono<Void> next() {
            return instances
                    .choose(service, tried)
                    .switchIfEmpty(Mono.error(NO_INSTANCE::refusal))
                    .flatMap(this::send);
        }

        private Mono<Void> send(URI instance) {
            exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, address(instance, exchange.getRequest()));
            sending = instance;
            return chain.filter(exchange)
                    .then(Mono.defer(() -> sent(instance)))
                    .onErrorResume(failure -> sending == null ? Mono.error(failure) : failed(instance, failure));
        }

        private Mono<Void> sent(URI instance) {
            sending = null;
            return repeatable && left > 0 && overloaded() ? elsewhere(instance) : answered(exchange);
        }

        private boolean overloaded() {
            return exchange.getResponse().getStatusCode() == HttpStatus.SERVICE_UNAVAILABLE;
        }

        /** On 503 only another instance is worth asking; without one the answer stands. */
        private Mono<Void> elsewhere(URI instance) {
            markTried(instance);
            return instances
                    .choose(service, tried)
                    .flatMap(other -> {
                        left--;
                        discard(exchange);
                        return send(other).thenReturn(true);
                    })
                    .switchIfEmpty(answered(exchange).thenReturn(true))
                    .then();
        }

        private Mono<Void> failed(URI instance, Throwable failure) {
            sending = null;
            ConnectionFailure kind = ConnectionFailure.of(failure);
            if (kind == null) {
                return Mono.error(failure);
            }
            instances.died(instance);
            boolean sent = kind != ConnectionFailure.REFUSED;
            if (left == 0 || (sent && !repeatable) || exchange.getResponse().isCommitted()) {
                return Mono.error(failure);
            }
            left--;
            discard(exchange);
            return again(instance, kind, failure);
        }

        private Mono<Void> again(URI instance, ConnectionFailure kind, Throwable failure) {
            markTried(instance);
            Mono<URI> same = kind == ConnectionFailure.BROKEN
                    ? Mono.delay(Duration.ofMillis(ThreadLocalRandom.current().nextLong(5, 30)))
                            .thenReturn(instance)
                    : Mono.error(failure);
            return instances.choose(service, tried).switchIfEmpty(same).flatMap(this::send);
        }

        private void markTried(URI instance) {
            Set<URI> more = new HashSet<>(tried);
            more.add(instance);
            tried = more;
        }
    }

    private static boolean repeatable(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        List<String> encoding = headers.get(HttpHeaders.TRANSFER_ENCODING);
        return (HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod()))
                && headers.getContentLength() <= 0
                && (encoding == null || encoding.isEmpty());
    }
}
