package dev.slipway.hosp.dictionary;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.cloud.client.loadbalancer.LoadBalanced;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
class DictionaryConfiguration {
    private static final Duration CONNECT = Duration.ofMillis(500);
    private static final Duration ANSWER = Duration.ofSeconds(1);

    @Bean
    @LoadBalanced
    RestClient.Builder dictionaryClientBuilder() {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        factory.setReadTimeout(ANSWER);
        return RestClient.builder().requestFactory(factory);
    }

    @Bean
    RestClient dictionaryClient(@Qualifier("dictionaryClientBuilder") RestClient.Builder builder) {
        return builder.build();
    }
}
