package dev.slipway.test;

import java.util.concurrent.atomic.AtomicInteger;

/** A Redis server; each test class gets one of its 128 databases. */
public record Redis(Server server, String password, AtomicInteger claimed) {

    private static final int DATABASES = 128;

    Redis(Server server, String password) {
        this(server, password, new AtomicInteger());
    }

    /** The number of a database that nobody else was given; 0 is given to nobody. */
    public int claimDatabase() {
        int number = claimed.incrementAndGet();
        if (number >= DATABASES) {
            throw new IllegalStateException("all databases are taken");
        }
        return number;
    }

    @Override
    public String toString() {
        return "Redis[" + server.address() + "]";
    }
}
