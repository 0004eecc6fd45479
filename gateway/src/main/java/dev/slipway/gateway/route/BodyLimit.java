package dev.slipway.gateway.route;

import dev.slipway.gateway.problem.Problem;
import dev.slipway.gateway.settings.Derived;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies that are, or turn out to be, larger than their path allows; nothing is kept in memory for it. */
final class BodyLimit implements GlobalFilter, Ordered {
    private static final Problem TOO_LARGE = Problem.of(HttpStatus.PAYLOAD_TOO_LARGE);

    private record Rule(PathPattern path, long bytes) {}

    private record Limits(List<Rule> rules, long otherwise) {}

    private final Supplier<Limits> limits;

    BodyLimit(Supplier<RoutingSettings> settings) {
        this.limits = new Derived<>(settings, BodyLimit::limits);
    }

    private static Limits limits(RoutingSettings settings) {
        List<Rule> rules = settings.largerBodies().stream()
                .map(rule -> new Rule(
                        PathPatternParser.defaultInstance.parse(rule.path()),
                        rule.limit().toBytes()))
                .toList();
        return new Limits(rules, settings.bodyLimit().toBytes());
    }

    @Override
    public int getOrder() {
        return -2000;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        long length = request.getHeaders().getContentLength();
        boolean chunked = request.getHeaders().containsKey(HttpHeaders.TRANSFER_ENCODING);
        if (length <= 0 && !chunked) {
            return chain.filter(exchange);
        }
        long limit = limit(request);
        if (length > limit) {
            return Mono.error(TOO_LARGE.refusal());
        }
        return chunked
                ? chain.filter(
                        exchange.mutate().request(counting(request, limit)).build())
                : chain.filter(exchange);
    }

    private long limit(ServerHttpRequest request) {
        Limits now = limits.get();
        for (Rule rule : now.rules()) {
            if (rule.path().matches(request.getPath().pathWithinApplication())) {
                return rule.bytes();
            }
        }
        return now.otherwise();
    }

    private static ServerHttpRequest counting(ServerHttpRequest request, long limit) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                return Flux.defer(() -> {
                    long[] seen = {0};
                    return super.getBody().handle((buffer, sink) -> {
                        seen[0] += buffer.readableByteCount();
                        if (seen[0] > limit) {
                            DataBufferUtils.release(buffer);
                            sink.error(TOO_LARGE.refusal());
                        } else {
                            sink.next(buffer);
                        }
                    });
                });
            }
        };
    }
}
