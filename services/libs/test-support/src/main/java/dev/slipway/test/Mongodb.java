package dev.slipway.test;

import dev.slipway.local.Login;

/** A MongoDB server; its user signs in against {@code admin}. */
public record Mongodb(Server server, Login login) {}
