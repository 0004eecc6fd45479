package dev.slipway.statistics.order;

import dev.slipway.security.identity.IdentityTokens;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.cloud.client.loadbalancer.LoadBalanced;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class OrderConfiguration {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    @Bean
    @LoadBalanced
    RestClient.Builder orderClientBuilder() {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        factory.setReadTimeout(ANSWER);
        return RestClient.builder().requestFactory(factory);
    }

    @Bean
    OrderService orderService(@LoadBalanced RestClient.Builder builder, IdentityTokens identities) {
        return new OrderService(builder.build(), identities);
    }
}
