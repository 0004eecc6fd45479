package dev.slipway.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clocks of the gateway and of service-user may be a minute apart. */
class TokenCheckTests {
    private static final Instant ISSUED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final TokenSettings SETTINGS = new TokenSettings(
            "slipway", "slipway-api", "service-user", LIFETIME, Duration.ofSeconds(1), Duration.ofSeconds(2), 10);

    private final ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();

    TokenCheckTests() throws Exception {}

    private VerifiedToken checkedAt(Instant gateway) throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .issuer("slipway")
                .audience("slipway-api")
                .subject("u-1")
                .claim("sid", "s-1")
                .issueTime(Date.from(ISSUED))
                .notBeforeTime(Date.from(ISSUED))
                .expirationTime(Date.from(ISSUED.plus(LIFETIME)))
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new ECDSASigner(key));
        return TokenCheck.verify(jwt, key.toECPublicKey(), SETTINGS, gateway);
    }

    @ParameterizedTest
    @ValueSource(ints = {-60, 0, 60})
    void aTokenIsGoodFromItsFirstToItsLastMoment(int ahead) throws Exception {
        Instant first = ISSUED.plusSeconds(ahead);
        Instant last = first.plus(LIFETIME).minusMillis(1);
        assertThat(checkedAt(first).expired(first.toEpochMilli())).isFalse();
        assertThat(checkedAt(last).subject()).isEqualTo("u-1");
        assertThat(checkedAt(first).expired(last.toEpochMilli())).isFalse();
    }

    @Test
    void whatIsFartherOffIsRefused() throws Exception {
        Instant end = ISSUED.plus(LIFETIME).plusSeconds(60);
        assertThatThrownBy(() -> checkedAt(ISSUED.minusSeconds(61))).isInstanceOf(InvalidToken.class);
        assertThatThrownBy(() -> checkedAt(end)).isInstanceOf(InvalidToken.class);
        assertThat(checkedAt(ISSUED).expired(end.toEpochMilli())).isTrue();
    }
}
