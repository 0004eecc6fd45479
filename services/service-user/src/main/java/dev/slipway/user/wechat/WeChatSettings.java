package dev.slipway.user.wechat;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach WeChat.
 *
 * @param appId of the website application; empty switches WeChat sign-in off, unless the fake provider is on
 * @param apiUrl where codes are exchanged
 * @param authorizeUrl page with the QR code
 * @param redirectUri where WeChat sends the browser back to
 * @param timeout of each call
 */
@ConfigurationProperties("slipway.wechat")
public record WeChatSettings(
        @DefaultValue("") String appId,
        @DefaultValue("https://api.weixin.qq.com") URI apiUrl,

        @DefaultValue("https://open.weixin.qq.com/connect/qrconnect")
        URI authorizeUrl,

        @DefaultValue("http://127.0.0.1:8080/api/sign-in/wechat/callback")
        URI redirectUri,

        @DefaultValue("3s") Duration timeout) {}
