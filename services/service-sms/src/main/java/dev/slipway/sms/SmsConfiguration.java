package dev.slipway.sms;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.messaging.consumer.Subscription;
import dev.slipway.sms.delivery.SmsDispatch;
import dev.slipway.sms.delivery.SmsProvider;
import dev.slipway.sms.delivery.SmsRequested;
import dev.slipway.sms.delivery.redis.RedisDeliveries;
import dev.slipway.sms.inbox.Inbox;
import dev.slipway.sms.inbox.InboxProvider;
import dev.slipway.sms.inbox.redis.RedisInbox;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Profile;
import org.springframework.data.redis.core.StringRedisTemplate;

@Configuration(proxyBeanMethods = false)
class SmsConfiguration {
    @Bean
    Inbox inbox(StringRedisTemplate redis, ObjectMapper json) {
        return new RedisInbox(redis, json);
    }

    /** The embedded provider, where no real telephone is; a real one is another bean of this type. */
    @Bean
    @Fallback
    @Profile({"local", "dev", "test"})
    SmsProvider inboxProvider(Inbox inbox, Clock clock) {
        return new InboxProvider(inbox, clock);
    }

    @Bean
    SmsDispatch smsDispatch(StringRedisTemplate redis, ObjectProvider<SmsProvider> providers) {
        SmsProvider provider = providers.getIfAvailable();
        if (provider == null) {
            throw new NoSmsProvider();
        }
        return new SmsDispatch(
                new RedisDeliveries(redis, () -> UUID.randomUUID().toString()), provider);
    }

    @Bean
    Subscription<SmsRequested> smsRequested(SmsDispatch dispatch) {
        return new Subscription<>(
                "service-sms", "sms.requested", SmsRequested.class, (eventId, request) -> dispatch.send(request));
    }
}
