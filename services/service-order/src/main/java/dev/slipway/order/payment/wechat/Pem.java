package dev.slipway.order.payment.wechat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Keys and certificates out of their text form; a message never holds a part of one. */
final class Pem {
    private Pem() {}

    /** @throws IllegalArgumentException for anything but an RSA key in PKCS 8 */
    static PrivateKey privateKey(String pem) {
        try {
            String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException("The secret wechat-pay-private-key is not an RSA key in PKCS 8");
        }
    }

    /**
     * Certificates by their serial numbers in upper-case hexadecimal digits, as WeChat writes them.
     *
     * @throws IllegalArgumentException when it is not PEM
     */
    static Map<String, X509Certificate> certificates(String pem) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .collect(Collectors.toMap(
                            certificate ->
                                    certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT),
                            certificate -> certificate));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("The secret wechat-pay-platform-certificates is not PEM");
        }
    }
}
