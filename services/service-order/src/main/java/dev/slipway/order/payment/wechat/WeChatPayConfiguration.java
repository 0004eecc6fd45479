package dev.slipway.order.payment.wechat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.order.payment.PaymentProvider;
import dev.slipway.order.remote.OuterCalls;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** WeChat Pay, where the fake cashier is not. */
@Configuration(proxyBeanMethods = false)
@Profile("!local & !dev")
class WeChatPayConfiguration {
    private static final int KEY_CHARACTERS = 32;

    @Bean
    PaymentProvider weChatPay(
            WeChatPaySettings settings,
            Environment environment,
            OuterCalls outer,
            ObjectMapper json,
            SecureRandom random,
            Clock clock,
            ZoneId displayZone) {
        if (settings.merchantId().isEmpty()) {
            return new NoProvider();
        }
        String key = environment.getRequiredProperty("wechat-pay-v3-key");
        if (key.length() != KEY_CHARACTERS) {
            throw new IllegalArgumentException("The secret wechat-pay-v3-key has 32 characters");
        }
        var merchant = new MerchantSignature(
                settings.merchantId(),
                settings.serialNumber(),
                Pem.privateKey(environment.getRequiredProperty("wechat-pay-private-key")));
        var platform = new PlatformSignature(
                Pem.certificates(environment.getRequiredProperty("wechat-pay-platform-certificates")), clock);
        var calls = new WeChatCalls(outer, settings.apiUrl(), merchant, platform, json, random, clock);
        return new WeChatPay(calls, platform, settings, key, displayZone);
    }
}
