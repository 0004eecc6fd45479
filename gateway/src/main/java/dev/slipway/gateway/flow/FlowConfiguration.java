package dev.slipway.gateway.flow;

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
    FlowFilter flowFilter() {
        return new FlowFilter(ORDER);
    }
}
