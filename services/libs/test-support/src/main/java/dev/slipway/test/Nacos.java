package dev.slipway.test;

import dev.slipway.local.Login;
import dev.slipway.local.NacosPorts;

/** A Nacos server with its administrator. */
public record Nacos(Server server, NacosPorts ports, Login login) {}
