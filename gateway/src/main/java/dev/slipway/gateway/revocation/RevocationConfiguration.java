package dev.slipway.gateway.revocation;

import dev.slipway.web.live.LiveConfiguration;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;

@Configuration(proxyBeanMethods = false)
class RevocationConfiguration {
    @Bean
    Supplier<RevocationSettings> revocationSettings(LiveConfiguration live) {
        return live.bind("slipway.gateway.revocations", RevocationSettings.class)::get;
    }

    @Bean
    Revocations revocations(Supplier<RevocationSettings> settings, MeterRegistry meters) {
        Revocations revocations = new Revocations(settings, System::nanoTime);
        Gauge.builder("slipway.gateway.revocations.known", revocations, known -> known.known() ? 1 : 0)
                .description("1 while the revocation list is fresh enough to accept tokens by")
                .register(meters);
        return revocations;
    }

    @Bean
    RevocationPoll revocationPoll(
            ReactiveStringRedisTemplate redis,
            Revocations revocations,
            Supplier<RevocationSettings> settings,
            MeterRegistry meters) {
        Counter failures = Counter.builder("slipway.gateway.revocations.failures")
                .description("Reads of the revocation list that failed")
                .register(meters);
        return new RevocationPoll(redis, revocations, settings, failures);
    }
}
