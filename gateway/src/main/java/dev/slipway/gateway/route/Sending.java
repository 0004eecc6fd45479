package dev.slipway.gateway.route;

import io.netty.channel.ChannelOption;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.client.HttpClient;

/** Sends the call, under timeouts that can change while the gateway runs. */
final class Sending extends NettyRoutingFilter {
    private record Client(int connectMillis, HttpClient http) {}

    private final HttpClient base;
    private final HttpClientProperties properties;
    private final Supplier<RoutingSettings> settings;
    private volatile Client client;

    Sending(
            HttpClient http,
            ObjectProvider<List<HttpHeadersFilter>> headers,
            HttpClientProperties properties,
            Supplier<RoutingSettings> settings) {
        super(http, headers, properties);
        this.base = http;
        this.properties = properties;
        this.settings = settings;
        this.client = client(settings.get());
    }

    private Client client(RoutingSettings now) {
        int millis = Math.toIntExact(now.connectTimeout().toMillis());
        return new Client(millis, base.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, millis));
    }

    /** Called once a call, before the response timeout is read: the place to take over what was changed. */
    @Override
    protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
        RoutingSettings now = settings.get();
        if (!now.responseTimeout().equals(properties.getResponseTimeout())) {
            properties.setResponseTimeout(now.responseTimeout());
        }
        Client current = client;
        if (current.connectMillis() != now.connectTimeout().toMillis()) {
            current = client(now);
            client = current;
        }
        return current.http();
    }
}
