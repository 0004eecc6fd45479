package dev.slipway.user.wechat;

import java.util.Optional;

/** The WeChat open platform, as far as sign-in needs it. */
public interface WeChatAccounts {
    /** What a page needs to show the QR code. */
    QrParameters qrParameters(String state);

    /**
     * The open id behind the code that WeChat gave the browser; empty when WeChat does not know the code.
     *
     * @throws WeChatUnavailable when WeChat does not answer, or not as documented
     */
    Optional<String> openId(String code);

    /** @param authorizeUrl page of the provider that shows the QR code itself */
    record QrParameters(String appId, String scope, String redirectUri, String authorizeUrl) {}
}
