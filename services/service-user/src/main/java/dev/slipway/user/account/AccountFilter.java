package dev.slipway.user.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts an operator wants to see; null means any.
 *
 * @param keyword part of the name or of the phone
 * @param from earliest time of registration
 * @param before first time of registration that is too late
 */
public record AccountFilter(
        @Nullable String keyword,
        @Nullable AccountStatus status,
        @Nullable VerificationStatus verification,
        @Nullable Instant from,
        @Nullable Instant before) {}
