package dev.slipway.user.session;

/** How a refresh ended. */
public sealed interface Refresh {
    record Renewed(Owner owner, SessionTokens tokens) implements Refresh {}

    /** Unknown, expired, or of a session that has ended. */
    record Refused() implements Refresh {}

    /** Used a second time: someone has a copy, so the whole family is dead now. */
    record Reused(String sessionId) implements Refresh {}
}
