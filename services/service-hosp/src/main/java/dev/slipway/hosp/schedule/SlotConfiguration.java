package dev.slipway.hosp.schedule;

import dev.slipway.messaging.consumer.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SlotConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(SlotConfiguration.class);

    /** Old, repeated and reordered events change nothing. */
    @Bean
    Subscription<SlotChanged> slotChanged(Schedules schedules) {
        return new Subscription<>("service-hosp", "slot.changed", SlotChanged.class, (id, slot) -> {
            if (!schedules.follow(slot.scheduleId(), slot.active(), slot.revision())) {
                LOG.debug("Revision {} of schedule {} is not newer", slot.revision(), slot.scheduleId());
            }
        });
    }
}
