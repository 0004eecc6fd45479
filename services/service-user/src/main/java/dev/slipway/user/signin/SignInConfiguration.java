package dev.slipway.user.signin;

import dev.slipway.web.live.Live;
import dev.slipway.web.live.LiveConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignInConfiguration {
    @Bean
    Live<SignInLimits> signInLimits(LiveConfiguration live) {
        return live.bind("slipway.sign-in", SignInLimits.class);
    }
}
