package dev.slipway.user.session;

import java.time.Instant;

/** One sign-in and all that was refreshed from it. */
public record Session(String id, Owner owner, Instant startedAt, Instant expiresAt) {}
