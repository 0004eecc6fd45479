package dev.slipway.test;

import dev.slipway.local.Login;

/** An AMQP 0-9-1 broker; each test class gets a virtual host of its own. */
public record Rabbitmq(Server server, Login login, Claims<String> virtualHosts) {

    /** A virtual host that nobody else was given. */
    public String claimVirtualHost() {
        return virtualHosts.next();
    }
}
