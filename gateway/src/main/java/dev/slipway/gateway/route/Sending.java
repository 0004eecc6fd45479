package dev.slipway.gateway.route;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;

/**
 * Sends the call, under timeouts that can change while the gateway runs. The response timeout is the connection's own
 * (on its event loop), which also ends an answer that stalls; Spring's would pay another thread's timer for each call,
 * and Reactor Netty's a handler that is put into the connection and taken out again.
 */
final class Sending extends NettyRoutingFilter {
    private record Timeouts(Duration connect, Duration response) {}

    private final HttpClient base;
    private final Supplier<RoutingSettings> settings;
    private final Map<Timeouts, HttpClient> clients = new ConcurrentHashMap<>();

    Sending(
            HttpClient http,
            ObjectProvider<List<HttpHeadersFilter>> headers,
            HttpClientProperties properties,
            Supplier<RoutingSettings> settings) {
        super(http, headers, properties);
        this.base = http;
        this.settings = settings;
    }

    @Override
    protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
        RoutingSettings now = settings.get();
        Duration own = now.routeTimeouts().get(route.getId());
        return clients.computeIfAbsent(
                new Timeouts(now.connectTimeout(), own == null ? now.responseTimeout() : own), this::client);
    }

    private HttpClient client(Timeouts timeouts) {
        int connectMillis = Math.toIntExact(timeouts.connect().toMillis());
        return base.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, connectMillis)
                .doOnChannelInit((observer, channel, address) -> channel.pipeline()
                        .addAfter(NettyPipeline.HttpCodec, "slipway.silence", new Silence(timeouts.response())));
    }
}
