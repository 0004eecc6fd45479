package dev.slipway.order.payment.wechat;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The merchant at WeChat Pay. The keys are secrets: {@code wechat-pay-private-key} (PKCS 8, PEM),
 * {@code wechat-pay-v3-key} (32 characters) and {@code wechat-pay-platform-certificates} (PEM, one or several).
 *
 * @param merchantId empty switches WeChat Pay off
 * @param serialNumber of the merchant's own certificate
 * @param notifyUrl where notifications arrive, as WeChat sees it
 */
@ConfigurationProperties("slipway.payment.wechat")
record WeChatPaySettings(
        @DefaultValue("") String merchantId,
        @DefaultValue("") String appId,
        @DefaultValue("") String serialNumber,
        @DefaultValue("https://api.mch.weixin.qq.com") URI apiUrl,

        @DefaultValue("https://localhost/api/payments/wechat/notifications")
        URI notifyUrl) {}
