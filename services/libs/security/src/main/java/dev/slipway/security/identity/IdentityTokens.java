package dev.slipway.security.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Issues and checks the internal identity: a compact JWS (HS256 with the secret {@code identity-key}) that lives
 * {@link #LIFETIME}. Only the gateway and the services know the key, so whoever reaches a service past the gateway
 * can't claim to be anyone.
 */
public final class IdentityTokens {
    /** Header that carries the identity from the gateway to a service and between services. */
    public static final String HEADER = "X-Identity";

    /** Long enough for any request in flight, short enough to be worthless when found in a log. */
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final String ISSUER = "slipway";

    private final MACSigner signer;
    private final MACVerifier verifier;
    private final Clock clock;

    /** @param key at least 32 bytes in UTF-8 */
    public IdentityTokens(String key, Clock clock) {
        try {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            this.signer = new MACSigner(bytes);
            this.verifier = new MACVerifier(bytes);
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException("The secret identity-key needs at least 32 bytes", tooShort);
        }
        this.clock = clock;
    }

    public String issue(Caller caller) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(caller.id())
                .claim("roles", caller.roles().stream().map(Role::name).sorted().toList())
                .claim("sid", caller.sessionId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(signer);
        } catch (JOSEException defect) {
            throw new IllegalStateException(defect);
        }
        return token.serialize();
    }

    /** Empty for anything but a whole, unexpired token of ours; never throws for what a client may send. */
    public Optional<Caller> verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
                return Optional.empty();
            }
            return caller(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Optional<Caller> caller(JWTClaimsSet claims) throws ParseException {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        Date issued = claims.getIssueTime();
        if (!ISSUER.equals(claims.getIssuer())
                || expires == null
                || issued == null
                || expires.toInstant().plus(SKEW).isBefore(now)
                || issued.toInstant().minus(SKEW).isAfter(now)) {
            return Optional.empty();
        }
        List<String> names = claims.getStringListClaim("roles");
        if (names == null || claims.getSubject() == null || claims.getStringClaim("sid") == null) {
            return Optional.empty();
        }
        Set<Role> roles = names.stream().map(Role::valueOf).collect(Collectors.toSet());
        return Optional.of(new Caller(claims.getSubject(), roles, claims.getStringClaim("sid")));
    }
}
