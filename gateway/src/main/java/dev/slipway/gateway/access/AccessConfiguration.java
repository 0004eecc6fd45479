package dev.slipway.gateway.access;

import dev.slipway.gateway.revocation.Revocations;
import dev.slipway.gateway.token.IdentityMint;
import dev.slipway.gateway.token.Tokens;
import dev.slipway.web.live.LiveConfiguration;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    Supplier<AccessSettings> accessSettings(LiveConfiguration live) {
        return live.bind("slipway.gateway.access", AccessSettings.class)::get;
    }

    @Bean
    AccessFilter accessFilter(
            Supplier<AccessSettings> access, Tokens tokens, Revocations revocations, IdentityMint mint) {
        return new AccessFilter(new AccessRules(access), tokens, revocations, mint);
    }
}
