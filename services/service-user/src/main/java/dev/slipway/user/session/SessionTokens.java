package dev.slipway.user.session;

import dev.slipway.user.token.AccessToken;

/** What a client gets for signing in or refreshing. */
public record SessionTokens(AccessToken access, RefreshToken refresh) {}
