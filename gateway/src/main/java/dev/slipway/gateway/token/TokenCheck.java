package dev.slipway.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules a token has to meet, given the key it names. Pure; whoever calls brings key and time. */
final class TokenCheck {
    static final int LONGEST = 4096;
    /** Clocks of two machines differ, as {@code IdentityTokens} allows for too: a token is good that much longer. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private TokenCheck() {}

    /** Parses the token far enough to name its key: ES256 and nothing else. */
    static SignedJWT parse(String token) {
        if (token.length() > LONGEST) {
            throw new InvalidToken("too long");
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            if (!JWSAlgorithm.ES256.equals(header.getAlgorithm()) || header.getKeyID() == null) {
                throw new InvalidToken("not ES256 with a kid");
            }
            if (header.getType() != null && !JOSEObjectType.JWT.equals(header.getType())) {
                throw new InvalidToken("not a JWT by its typ");
            }
            return jwt;
        } catch (ParseException | IllegalArgumentException notToken) {
            throw new InvalidToken("not a signed JWT");
        }
    }

    static VerifiedToken verify(SignedJWT jwt, ECPublicKey key, TokenSettings settings, Instant now) {
        try {
            if (!jwt.verify(new ECDSAVerifier(key))) {
                throw new InvalidToken("wrong signature");
            }
            return accept(jwt.getJWTClaimsSet(), settings, now);
        } catch (JOSEException | ParseException broken) {
            throw new InvalidToken("cannot be verified");
        }
    }

    private static VerifiedToken accept(JWTClaimsSet claims, TokenSettings settings, Instant now)
            throws ParseException {
        require(settings.issuer().equals(claims.getIssuer()), "issuer");
        require(claims.getAudience().contains(settings.audience()), "audience");
        Instant expires = instant(claims.getExpirationTime(), "exp");
        Instant issued = instant(claims.getIssueTime(), "iat");
        Instant end = expires.plus(SKEW);
        require(now.isBefore(end), "expired");
        require(!issued.isAfter(now.plus(SKEW)), "issued in the future");
        Date notBefore = claims.getNotBeforeTime();
        require(notBefore == null || !notBefore.toInstant().isAfter(now.plus(SKEW)), "nbf");
        String subject = text(claims.getSubject(), "sub");
        String session = text(claims.getStringClaim("sid"), "sid");
        List<String> roles = claims.getStringListClaim("roles");
        return new VerifiedToken(subject, session, roles == null ? Set.of() : Set.copyOf(roles), issued, end);
    }

    private static void require(boolean met, String reason) {
        if (!met) {
            throw new InvalidToken(reason);
        }
    }

    private static String text(@Nullable String value, String claim) {
        if (value == null || value.isBlank()) {
            throw new InvalidToken("no " + claim);
        }
        return value;
    }

    private static Instant instant(@Nullable Date value, String claim) {
        if (value == null) {
            throw new InvalidToken("no " + claim);
        }
        return value.toInstant();
    }
}
