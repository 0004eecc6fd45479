package dev.slipway.gateway.cors;

import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CorsGuardConfiguration {
    @Bean
    CorsGuard corsGuard(Supplier<CorsSettings> cors) {
        return new CorsGuard(cors);
    }
}
