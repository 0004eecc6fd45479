package dev.slipway.hosp.hospital;

import dev.slipway.hosp.setting.HospitalChanged;
import dev.slipway.messaging.consumer.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Logs each change of a hospital's standing, by whichever instance it was made. Other services bind queues of their own.
 */
@Configuration(proxyBeanMethods = false)
class StandingLog {
    private static final Logger LOG = LoggerFactory.getLogger(StandingLog.class);

    @Bean
    Subscription<HospitalChanged> hospitalChanged() {
        return new Subscription<>(
                "service-hosp",
                HospitalChanged.TYPE,
                HospitalChanged.class,
                (id, change) -> LOG.info("Hospital {} is {}", change.hospitalCode(), change.status()));
    }
}
