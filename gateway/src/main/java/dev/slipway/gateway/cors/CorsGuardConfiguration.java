package dev.slipway.gateway.cors;

import dev.slipway.web.live.LiveConfiguration;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CorsGuardConfiguration {
    @Bean
    Supplier<CorsSettings> corsSettings(LiveConfiguration live) {
        return live.bind("slipway.gateway.cors", CorsSettings.class)::get;
    }

    @Bean
    CorsGuard corsGuard(Supplier<CorsSettings> cors) {
        return new CorsGuard(cors);
    }
}
