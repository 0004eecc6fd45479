package dev.slipway.gateway.token;

import dev.slipway.gateway.route.ServiceReader;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.web.live.LiveConfiguration;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    private static final String KEYS = "/.well-known/jwks.json";

    @Bean
    Supplier<TokenSettings> tokenSettings(LiveConfiguration live) {
        return live.bind("slipway.gateway.tokens", TokenSettings.class)::get;
    }

    @Bean
    Tokens tokens(ServiceReader services, Supplier<TokenSettings> tokens, Clock clock) {
        KeySource source =
                () -> services.read(tokens.get().keysFrom(), KEYS, tokens.get().keysTimeout());
        return new Tokens(source, tokens, clock, System::nanoTime);
    }

    @Bean
    KeyRefresh keyRefresh(Tokens tokens, Supplier<TokenSettings> settings) {
        return new KeyRefresh(tokens, settings);
    }

    @Bean
    IdentityMint identityMint(Environment environment, Clock clock) {
        return new IdentityMint(new IdentityTokens(environment.getRequiredProperty("identity-key"), clock), clock);
    }
}
