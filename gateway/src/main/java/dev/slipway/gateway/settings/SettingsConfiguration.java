package dev.slipway.gateway.settings;

import dev.slipway.gateway.access.AccessSettings;
import dev.slipway.gateway.cors.CorsSettings;
import dev.slipway.gateway.limit.CodeLimitSettings;
import dev.slipway.gateway.revocation.RevocationSettings;
import dev.slipway.gateway.route.RoutingSettings;
import dev.slipway.gateway.token.TokenSettings;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings under {@code slipway.gateway}, each a whole valid record at any time. */
@Configuration(proxyBeanMethods = false)
class SettingsConfiguration {
    @Bean
    Supplier<AccessSettings> access(AccessSettings settings) {
        return () -> settings;
    }

    @Bean
    Supplier<CodeLimitSettings> codeLimitRates(CodeLimitSettings settings) {
        return () -> settings;
    }

    @Bean
    Supplier<CorsSettings> cors(CorsSettings settings) {
        return () -> settings;
    }

    @Bean
    Supplier<RevocationSettings> revocationTimes(RevocationSettings settings) {
        return () -> settings;
    }

    @Bean
    Supplier<RoutingSettings> routing(RoutingSettings settings) {
        return () -> settings;
    }

    @Bean
    Supplier<TokenSettings> tokenRules(TokenSettings settings) {
        return () -> settings;
    }
}
