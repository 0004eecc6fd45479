package dev.slipway.order.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MerchantSignatureTests {
    private static final Pattern FORM = Pattern.compile(
            "WECHATPAY2-SHA256-RSA2048"
                    + " mchid=\"1900000001\",nonce_str=\"N1\",signature=\"([^\"]+)\",timestamp=\"1800000000\",serial_no=\"AB12\"");

    private static final KeyPair PAIR = generated();

    private static KeyPair generated() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void methodPathQueryTimeNonceAndBodyAreSigned() throws GeneralSecurityException {
        String header = merchant()
                .authorization(
                        "POST",
                        URI.create("https://api.example/v3/pay?mchid=1&x=%20y"),
                        "{\"a\":\"挂号\"}",
                        1800000000L,
                        "N1");
        assertThat(verified(header, "POST\n/v3/pay?mchid=1&x=%20y\n1800000000\nN1\n{\"a\":\"挂号\"}\n"))
                .isTrue();
        assertThat(verified(header, "POST\n/v3/pay?mchid=1&x=%20y\n1800000000\nN1\n{\"a\":\"b\"}\n"))
                .isFalse();
    }

    @Test
    void theSignatureIsTheOneThatOpensslMakes() {
        var merchant = new MerchantSignature("1900000001", "AB12", Pem.privateKey(Vectors.read("merchant.key")));
        String body = Vectors.read("merchant.txt").split("\n", -1)[4];
        assertThat(merchant.authorization(
                        "POST", URI.create("https://api.example/v3/pay?mchid=1&x=%20y"), body, 1800000000L, "N1"))
                .contains("signature=\"" + Vectors.read("merchant.signature") + "\"");
    }

    @Test
    void aCallWithoutABodySignsAnEmptyLine() throws GeneralSecurityException {
        String header =
                merchant().authorization("GET", URI.create("https://api.example/v3/pay"), null, 1800000000L, "N1");
        assertThat(verified(header, "GET\n/v3/pay\n1800000000\nN1\n\n")).isTrue();
    }

    @Test
    void theKeyIsNeverShown() {
        assertThat(merchant().toString()).isEqualTo("1900000001 by AB12");
        assertThatThrownBy(() -> Pem.privateKey("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("AAAA");
    }

    private static MerchantSignature merchant() {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(PAIR.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return new MerchantSignature("1900000001", "AB12", Pem.privateKey(pem));
    }

    private static boolean verified(String header, String text) throws GeneralSecurityException {
        Matcher parts = FORM.matcher(header);
        assertThat(parts.matches()).as(header).isTrue();
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(PAIR.getPublic());
        check.update(text.getBytes(StandardCharsets.UTF_8));
        return check.verify(Base64.getDecoder().decode(parts.group(1)));
    }
}
