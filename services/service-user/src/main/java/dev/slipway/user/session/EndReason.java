package dev.slipway.user.session;

/** Why a session ended before its time. */
public enum EndReason {
    SIGNED_OUT,
    LOCKED,
    TOKEN_REUSED
}
