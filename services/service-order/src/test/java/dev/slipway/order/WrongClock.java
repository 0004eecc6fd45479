package dev.slipway.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service's clock, which a test sets ahead or behind of everybody else's. */
@Configuration(proxyBeanMethods = false)
class WrongClock {
    static volatile Duration ahead = Duration.ZERO;

    @Bean
    Clock clock() {
        return new Skewed(ZoneOffset.UTC);
    }

    private static final class Skewed extends Clock {
        private final ZoneId zone;

        private Skewed(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Skewed(other);
        }

        @Override
        public Instant instant() {
            return Instant.now(Clock.systemUTC()).plus(ahead);
        }
    }
}
