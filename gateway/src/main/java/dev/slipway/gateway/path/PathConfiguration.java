package dev.slipway.gateway.path;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PathConfiguration {
    @Bean
    PathGuard pathGuard() {
        return new PathGuard();
    }
}
