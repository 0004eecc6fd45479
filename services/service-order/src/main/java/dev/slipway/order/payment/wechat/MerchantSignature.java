package dev.slipway.order.payment.wechat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Signs a merchant's requests: SHA-256 with RSA over method, path with query, time, nonce and body, each followed by a
 * line feed.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012365342">Signature of requests</a>
 */
record MerchantSignature(String merchantId, String serialNumber, PrivateKey key) {
    static final String SCHEME = "WECHATPAY2-SHA256-RSA2048";

    /**
     * Value of the header {@code Authorization}.
     *
     * @param body null or empty when nothing is sent
     */
    String authorization(String method, URI target, @Nullable String body, long epochSecond, String nonce) {
        String path = target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        String text =
                method + "\n" + path + "\n" + epochSecond + "\n" + nonce + "\n" + (body == null ? "" : body) + "\n";
        return "%s mchid=\"%s\",nonce_str=\"%s\",signature=\"%s\",timestamp=\"%d\",serial_no=\"%s\""
                .formatted(SCHEME, merchantId, nonce, sign(text), epochSecond, serialNumber);
    }

    private String sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException(defect);
        }
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return merchantId + " by " + serialNumber;
    }
}
