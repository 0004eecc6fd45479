package dev.slipway.gateway.token;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An access token whose signature and claims were checked; its end of life is looked at on each use. */
public final class VerifiedToken {
    private final String subject;
    private final String sessionId;
    private final Set<String> roles;
    private final long issuedAtMillis;
    private final long expiresAtMillis;
    private final String userMember;
    private final String sessionMember;
    private volatile @Nullable Identity identity;

    /** The header minted for this token, good until the given time. */
    record Identity(String header, long expiresAtMillis) {}

    VerifiedToken(String subject, String sessionId, Set<String> roles, Instant issuedAt, Instant expiresAt) {
        this.subject = subject;
        this.sessionId = sessionId;
        this.roles = Set.copyOf(roles);
        this.issuedAtMillis = issuedAt.toEpochMilli();
        this.expiresAtMillis = expiresAt.toEpochMilli();
        this.userMember = "user:" + subject;
        this.sessionMember = "session:" + sessionId;
    }

    public String subject() {
        return subject;
    }

    public String sessionId() {
        return sessionId;
    }

    public Set<String> roles() {
        return roles;
    }

    public long issuedAtMillis() {
        return issuedAtMillis;
    }

    /** How the user, and below the session, are named in the revocation list. */
    public String userMember() {
        return userMember;
    }

    public String sessionMember() {
        return sessionMember;
    }

    boolean expired(long nowMillis) {
        return nowMillis >= expiresAtMillis;
    }

    @Nullable
    Identity identity() {
        return identity;
    }

    void identity(Identity minted) {
        identity = minted;
    }
}
