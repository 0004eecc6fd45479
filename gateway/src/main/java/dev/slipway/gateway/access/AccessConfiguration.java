package dev.slipway.gateway.access;

import dev.slipway.gateway.revocation.Revocations;
import dev.slipway.gateway.token.IdentityMint;
import dev.slipway.gateway.token.Tokens;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    AccessFilter accessFilter(
            Supplier<AccessSettings> access, Tokens tokens, Revocations revocations, IdentityMint mint) {
        return new AccessFilter(new AccessRules(access), tokens, revocations, mint);
    }
}
