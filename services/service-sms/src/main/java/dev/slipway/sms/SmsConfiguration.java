package dev.slipway.sms;

import dev.slipway.messaging.consumer.ConsumedEvents;
import dev.slipway.messaging.consumer.ConsumerProperties;
import dev.slipway.messaging.consumer.Subscription;
import dev.slipway.messaging.consumer.jdbc.ClaimedEvents;
import dev.slipway.messaging.consumer.jdbc.Claims;
import dev.slipway.messaging.consumer.jdbc.Sweep;
import dev.slipway.sms.delivery.Deliveries;
import dev.slipway.sms.delivery.SmsDispatch;
import dev.slipway.sms.delivery.SmsProvider;
import dev.slipway.sms.delivery.SmsRequested;
import dev.slipway.sms.inbox.Inbox;
import dev.slipway.sms.inbox.InboxProvider;
import dev.slipway.sms.inbox.jdbc.JdbcInbox;
import dev.slipway.web.live.Live;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SmsConfiguration {
    /** Longer than a provider may take, so that two calls for one message never overlap. */
    private static final Duration DELIVERY = Duration.ofSeconds(20);

    @Bean
    Inbox inbox(JdbcClient jdbc) {
        return new JdbcInbox(jdbc, new Sweep(jdbc, "inbox_message", System::nanoTime));
    }

    /** The embedded provider, where no real telephone is; a real one is another bean of this type. */
    @Bean
    @Fallback
    @Profile({"local", "dev", "test"})
    SmsProvider inboxProvider(Inbox inbox, Clock clock) {
        return new InboxProvider(inbox, clock);
    }

    /** Claimed, not in a transaction: none is held open while a provider is waited for. */
    @Bean
    ConsumedEvents consumedEvents(JdbcClient jdbc, Live<ConsumerProperties> properties) {
        return new ClaimedEvents(claims(jdbc, properties.get().claim()));
    }

    @Bean
    Deliveries deliveries(JdbcClient jdbc) {
        Claims claims = claims(jdbc, DELIVERY);
        return (id, sending) -> claims.once("message:" + id, sending);
    }

    @Bean
    SmsDispatch smsDispatch(Deliveries deliveries, ObjectProvider<SmsProvider> providers) {
        SmsProvider provider = providers.getIfAvailable();
        if (provider == null) {
            throw new NoSmsProvider();
        }
        return new SmsDispatch(deliveries, provider);
    }

    @Bean
    Subscription<SmsRequested> smsRequested(SmsDispatch dispatch) {
        return new Subscription<>(
                "service-sms", "sms.requested", SmsRequested.class, (eventId, request) -> dispatch.send(request));
    }

    private static Claims claims(JdbcClient jdbc, Duration longest) {
        return new Claims(jdbc, () -> UUID.randomUUID().toString(), longest, System::nanoTime);
    }
}
