package dev.slipway.gateway.route;

import dev.slipway.gateway.call.ClientAddresses;
import dev.slipway.web.live.LiveConfiguration;
import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

@Configuration(proxyBeanMethods = false)
class RouteConfiguration {
    private static final int LARGEST_DOCUMENT = 4 * 1024 * 1024;

    @Bean
    Supplier<RoutingSettings> routingSettings(LiveConfiguration live) {
        return live.bind("slipway.gateway.routing", RoutingSettings.class)::get;
    }

    @Bean
    RouteLookup routeLookup(
            FilteringWebHandler handler, RouteLocator locator, GlobalCorsProperties cors, Environment environment) {
        return new RouteLookup(handler, locator, cors, environment);
    }

    @Bean
    Instances instances(ReactiveDiscoveryClient registry) {
        return new Instances(registry);
    }

    @Bean
    InstanceRouting instanceRouting(Instances instances, Supplier<RoutingSettings> routing) {
        return new InstanceRouting(instances, routing);
    }

    @Bean
    BodyLimit bodyLimit(Supplier<RoutingSettings> routing) {
        return new BodyLimit(routing);
    }

    /** Takes the place of Spring's NettyRoutingFilter (switched off), with these headers filters and no others. */
    @Bean
    Sending sending(
            HttpClient http,
            HttpClientProperties properties,
            ClientAddresses addresses,
            Supplier<RoutingSettings> routing) {
        List<HttpHeadersFilter> headers = List.of(new ServiceHeaders(addresses), new AnswersOfServices());
        ObjectProvider<List<HttpHeadersFilter>> provider = new ObjectProvider<>() {
            @Override
            public List<HttpHeadersFilter> getObject() {
                return headers;
            }
        };
        return new Sending(http, provider, properties, routing);
    }

    @Bean
    Writing writing(GatewayProperties properties) {
        return new Writing(properties.getStreamingMediaTypes());
    }

    /** Netty's own second try would send a POST twice; what is tried again is decided in one place only. */
    @Bean
    HttpClientCustomizer oneTry() {
        return http -> http.disableRetry(true);
    }

    @Bean
    ServiceReader serviceReader(Instances instances) {
        HttpClient http = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 1000)
                .responseTimeout(Duration.ofSeconds(5));
        WebClient client = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_DOCUMENT))
                .build();
        return new ServiceReader(instances, client);
    }
}
