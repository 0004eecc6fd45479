package dev.slipway.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Issues access tokens as service-user does, and wrong ones as an attacker would. */
final class TestTokens {
    private final List<ECKey> published = new ArrayList<>();
    private ECKey signing = rotate();

    ECKey rotate() {
        signing = key();
        published.add(signing);
        return signing;
    }

    static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void withdraw(ECKey key) {
        published.remove(key);
    }

    ECKey signing() {
        return signing;
    }

    synchronized String jwks() {
        return new JWKSet(List.copyOf(published)).toPublicJWKSet().toString();
    }

    String user(String id) {
        return issue(signing, claims -> claims.subject(id));
    }

    String admin(String id) {
        return issue(signing, claims -> claims.subject(id).claim("roles", List.of("ADMIN")));
    }

    static String issue(ECKey key, UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("slipway")
                .audience("slipway-api")
                .subject("u-1")
                .claim("sid", UUID.randomUUID().toString())
                .claim("roles", List.of("USER"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(900)))
                .jwtID(UUID.randomUUID().toString());
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                change.apply(claims).build());
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return jwt.serialize();
    }
}
