package dev.slipway.order.configuration;

import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.cloud.client.loadbalancer.LoadBalanced;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Randomness, clients and threads. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {
    /** Below the keep-alive of the services: none is used that its other end is about to close. */
    private static final TimeValue CONNECTION_LIFE = TimeValue.ofSeconds(30);

    private static final TimeValue CHECKED_AFTER = TimeValue.ofSeconds(1);
    private static final Duration IDLE_THREAD = Duration.ofMinutes(1);

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }

    /** Ids of events that nothing else names. */
    @Bean
    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }

    /** Nothing is repeated here: whoever calls knows whether it may be. */
    @Bean
    CloseableHttpClient pooledHttpClient(RemoteSettings settings) {
        Timeout answer = Timeout.of(settings.answer());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(settings.connections())
                .setMaxConnTotal(4 * settings.connections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connect()))
                        .setSocketTimeout(answer)
                        .setTimeToLive(CONNECTION_LIFE)
                        .setValidateAfterInactivity(CHECKED_AFTER)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(settings.connect()))
                        .setResponseTimeout(answer)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .build();
    }

    @Bean
    @LoadBalanced
    RestClient.Builder innerClientBuilder(CloseableHttpClient pooledHttpClient, IdentityTokens identities) {
        return RestClient.builder()
                .requestFactory(new HttpComponentsClientHttpRequestFactory(pooledHttpClient))
                .requestInterceptor((request, body, execution) -> {
                    request.getHeaders().set(IdentityTokens.HEADER, identities.issue(Caller.service("service-order")));
                    return execution.execute(request, body);
                });
    }

    /** Other services, by their names. */
    @Bean
    RestClient innerClient(@LoadBalanced RestClient.Builder innerClientBuilder) {
        return innerClientBuilder.build();
    }

    /** Threads for short remote calls beside the caller's; when all are busy the caller works itself. */
    @Bean(destroyMethod = "shutdown")
    ThreadPoolExecutor remoteReads(RemoteSettings settings) {
        return new ThreadPoolExecutor(
                0,
                settings.connections(),
                IDLE_THREAD.toSeconds(),
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }
}
