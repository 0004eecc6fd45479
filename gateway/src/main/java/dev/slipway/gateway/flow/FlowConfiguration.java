package dev.slipway.gateway.flow;

import com.alibaba.csp.sentinel.adapter.gateway.sc.SentinelGatewayFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Flow control after authentication: who has no right to call does not use up what callers share. What is blocked
 * is answered like every other failure.
 */
@Configuration(proxyBeanMethods = false)
class FlowConfiguration {
    private static final int ORDER = -2500;

    @Bean
    SentinelGatewayFilter sentinelGatewayFilter() {
        return new SentinelGatewayFilter(ORDER);
    }
}
