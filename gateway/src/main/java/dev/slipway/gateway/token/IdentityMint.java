package dev.slipway.gateway.token;

import dev.slipway.security.identity.Caller;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Mints {@code X-Identity}, the only word on the caller that services trust; a header is used for half its life. */
public final class IdentityMint {
    private static final Duration LEAST_LEFT = Duration.ofSeconds(30);

    private final IdentityTokens tokens;
    private final Clock clock;

    public IdentityMint(IdentityTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The header for this caller: the last one while it has long enough to live, else a new one. */
    public String headerFor(VerifiedToken token) {
        long now = clock.millis();
        VerifiedToken.Identity last = token.identity();
        if (last != null && last.expiresAtMillis() - now >= LEAST_LEFT.toMillis()) {
            return last.header();
        }
        String header = tokens.issue(new Caller(token.subject(), roles(token), token.sessionId()));
        token.identity(new VerifiedToken.Identity(header, now + IdentityTokens.LIFETIME.toMillis()));
        return header;
    }

    /** Roles of people only: a token that came from outside never makes its bearer a service. */
    private static Set<Role> roles(VerifiedToken token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : EnumSet.of(Role.USER, Role.ADMIN)) {
            if (token.roles().contains(role.name())) {
                roles.add(role);
            }
        }
        return roles;
    }
}
