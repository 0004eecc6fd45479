package dev.slipway.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTokensTests {
    private static final String KEY = "a-key-of-at-least-thirty-two-bytes!!";
    private static final Instant NOW = Instant.parse("2026-11-23T01:30:00Z");
    private static final Caller CALLER = new Caller("7", Set.of(Role.USER, Role.ADMIN), "session");

    private final IdentityTokens tokens = at(Duration.ZERO);

    @Test
    void returnsWhoWasIssued() {
        assertThat(tokens.verify(tokens.issue(CALLER))).contains(CALLER);
    }

    @Test
    void expiresButToleratesAMinuteOfSkew() {
        String token = tokens.issue(CALLER);
        assertThat(at(Duration.ofSeconds(119)).verify(token)).isPresent();
        assertThat(at(Duration.ofSeconds(121)).verify(token)).isEmpty();
        assertThat(at(Duration.ofSeconds(-59)).verify(token)).isPresent();
        assertThat(at(Duration.ofSeconds(-61)).verify(token)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "e30.e30.e30", "..", "eyJhbGciOiJub25lIn0.e30."})
    void refusesWhatIsNoToken(String text) {
        assertThat(tokens.verify(text)).isEmpty();
    }

    @Test
    void refusesOtherAlgorithmsKeysAndRoles() throws Exception {
        JWTClaimsSet claims = JWTClaimsSet.parse(
                SignedJWT.parse(tokens.issue(CALLER)).getJWTClaimsSet().toString());
        assertThat(tokens.verify(new PlainJWT(claims).serialize())).isEmpty();
        assertThat(tokens.verify(signed(JWSAlgorithm.HS256, "b" + KEY.substring(1), claims)))
                .isEmpty();
        assertThat(tokens.verify(signed(JWSAlgorithm.HS384, KEY + KEY, claims))).isEmpty();
        JWTClaimsSet root = new JWTClaimsSet.Builder(claims)
                .claim("roles", java.util.List.of("ROOT"))
                .build();
        assertThat(tokens.verify(signed(JWSAlgorithm.HS256, KEY, root))).isEmpty();
        JWTClaimsSet endless =
                new JWTClaimsSet.Builder(claims).expirationTime(null).build();
        assertThat(tokens.verify(signed(JWSAlgorithm.HS256, KEY, endless))).isEmpty();
        JWTClaimsSet noRoles =
                new JWTClaimsSet.Builder(claims).claim("roles", null).build();
        assertThat(tokens.verify(signed(JWSAlgorithm.HS256, KEY, noRoles))).isEmpty();
    }

    @Test
    void refusesAShortKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IdentityTokens("short", Clock.systemUTC()));
    }

    private static String signed(JWSAlgorithm algorithm, String key, JWTClaimsSet claims) throws Exception {
        SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims);
        jwt.sign(new MACSigner(key));
        return jwt.serialize();
    }

    private static IdentityTokens at(Duration later) {
        return new IdentityTokens(KEY, Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
    }
}
