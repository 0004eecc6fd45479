package dev.slipway.gateway.limit;

import dev.slipway.gateway.call.ClientAddresses;
import dev.slipway.web.live.LiveConfiguration;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

@Configuration(proxyBeanMethods = false)
class LimitConfiguration {
    @Bean
    Supplier<CodeLimitSettings> codeLimitSettings(LiveConfiguration live) {
        return live.bind("slipway.gateway.code-limit", CodeLimitSettings.class)::get;
    }

    @Bean
    CodeLimit codeLimit(
            ReactiveStringRedisTemplate redis,
            Supplier<CodeLimitSettings> codeLimit,
            ClientAddresses addresses,
            MeterRegistry meters) {
        Counter uncounted = Counter.builder("slipway.gateway.limits.uncounted")
                .description("Calls let through uncounted because Redis was away")
                .register(meters);
        return new CodeLimit(new Rates(redis), codeLimit, addresses, uncounted);
    }
}
