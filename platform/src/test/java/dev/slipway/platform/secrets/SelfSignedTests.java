package dev.slipway.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelfSignedTests {
    @Test
    void isForItsHostsAndForAYearAndFitsItsKey() throws Exception {
        var made = SelfSigned.of(List.of("dev.example.com", "127.0.0.1"), new SecureRandom());

        var certificate = (X509Certificate) made.certificate();
        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity();
        assertThat(certificate.getExtendedKeyUsage()).contains("1.3.6.1.5.5.7.3.1");
        assertThat(certificate.getBasicConstraints()).as("no authority").isEqualTo(-1);
        assertThat(((ECPublicKey) certificate.getPublicKey())
                        .getParams()
                        .getOrder()
                        .bitLength())
                .isEqualTo(256);
        assertThat(Duration.between(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant()))
                .isEqualTo(Duration.ofDays(SelfSigned.DAYS));
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign((PrivateKey) made.key());
        signature.update((byte) 1);
        byte[] signed = signature.sign();
        signature.initVerify(certificate);
        signature.update((byte) 1);
        assertThat(signature.verify(signed)).isTrue();
    }

    @Test
    void isReadBackFromWhatASecretHolds() throws Exception {
        var made = SelfSigned.of(List.of("dev.example.com", "127.0.0.1"), new SecureRandom());

        assertThat(made.keyPem()).startsWith("-----BEGIN PRIVATE KEY-----\n").endsWith("\n-----END PRIVATE KEY-----\n");
        Certified read = Certified.read(made.certificatePem()).orElseThrow();
        assertThat(read.names()).containsExactlyInAnyOrder("dev.example.com", "127.0.0.1");
        assertThat(read.end()).isAfter(Instant.now().plus(Duration.ofDays(SelfSigned.DAYS - 1)));
    }

    @Test
    void whatIsNoCertificateIsNone() {
        assertThat(Certified.read("")).isEqualTo(Optional.empty());
        assertThat(Certified.read("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"))
                .isEmpty();
    }

    @Test
    void anAsteriskIsOneLabel() {
        var certified = new Certified(Set.of("*.example.com", "example.org"), Instant.MAX);

        assertThat(certified.covers("dev.example.com")).isTrue();
        assertThat(certified.covers("example.org")).isTrue();
        assertThat(certified.covers("example.com")).isFalse();
        assertThat(certified.covers("a.dev.example.com")).isFalse();
        assertThat(certified.covers("dev.example.org")).isFalse();
    }
}
