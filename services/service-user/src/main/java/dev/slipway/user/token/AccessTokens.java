package dev.slipway.user.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.slipway.security.identity.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Issues access tokens: JWT, ES256, checked by the gateway against the published keys. */
@Component
public class AccessTokens {
    public static final String ISSUER = "slipway";
    public static final String AUDIENCE = "slipway-api";

    private final CurrentTokenKey key;
    private final TokenSettings settings;
    private final Clock clock;
    private final Supplier<UUID> ids;

    AccessTokens(CurrentTokenKey key, TokenSettings settings, Clock clock, Supplier<UUID> ids) {
        this.key = key;
        this.settings = settings;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param subject id of the user or operator that the session belongs to */
    public AccessToken issue(String subject, String sessionId, Role role) {
        TokenKey signing = key.get();
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject)
                .claim("sid", sessionId)
                .claim("roles", List.of(role.name()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.accessLifetime())))
                .jwtID(ids.get().toString())
                .build();
        return new AccessToken(sign(signing, claims), settings.accessLifetime());
    }

    private static String sign(TokenKey key, JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.id()).build(), claims);
        try {
            token.sign(new ECDSASigner(key.pair()));
        } catch (JOSEException defect) {
            throw new IllegalStateException(defect);
        }
        return token.serialize();
    }
}
