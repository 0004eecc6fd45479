package dev.slipway.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR;

import java.util.List;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.Connection;

/**
 * Sends a service's answer on. A short one whose length is known is waited for and sent whole: that is one write
 * instead of a stream of them, and should it break off, nothing of it has gone out, and the caller is told why.
 */
final class Writing extends NettyWriteResponseFilter {
    private static final long SHORT = 16 * 1024;
    private static final GatewayFilterChain NO_MORE = exchange -> Mono.empty();

    Writing(List<MediaType> streamingMediaTypes) {
        super(streamingMediaTypes);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).then(Mono.defer(() -> write(exchange))).doFinally(signal -> {
            if (signal != SignalType.ON_COMPLETE) {
                dispose(exchange);
            }
        });
    }

    private Mono<Void> write(ServerWebExchange exchange) {
        Connection connection = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
        if (connection == null || !isShort(exchange)) {
            return super.filter(exchange, NO_MORE);
        }
        ServerHttpResponse response = exchange.getResponse();
        return response.writeWith(
                connection.inbound().receive().aggregate().retain().map(bytes -> wrap(bytes, response)));
    }

    private static boolean isShort(ServerWebExchange exchange) {
        long length = exchange.getResponse().getHeaders().getContentLength();
        return length > 0
                && length <= SHORT
                && !HttpMethod.HEAD.equals(exchange.getRequest().getMethod());
    }

    private static void dispose(ServerWebExchange exchange) {
        Connection connection = exchange.getAttribute(CLIENT_RESPONSE_CONN_ATTR);
        if (connection != null) {
            connection.dispose();
        }
    }
}
