package dev.slipway.order.payment.wechat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.order.payment.NotGenuine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The encrypted part of a notification: AES-256-GCM under the merchant's key for version 3.
 *
 * @see <a href="https://pay.weixin.qq.com/doc/v3/merchant/4012071382">Decryption of notifications</a>
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Resource(
        String algorithm,
        String ciphertext,
        String nonce,
        @Nullable @JsonProperty("associated_data") String associatedData) {
    private static final int TAG_BITS = 128;

    /**
     * @param key 32 characters
     * @throws NotGenuine when it was changed or is for another merchant
     */
    String decrypted(String key) {
        if (!"AEAD_AES_256_GCM".equals(algorithm)) {
            throw new NotGenuine("another algorithm");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.UTF_8)));
            if (associatedData != null) {
                cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
            }
            return new String(cipher.doFinal(Base64.getDecoder().decode(ciphertext)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException changed) {
            throw new NotGenuine("the resource can't be decrypted");
        }
    }
}
