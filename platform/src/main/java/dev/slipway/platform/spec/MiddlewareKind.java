package dev.slipway.platform.spec;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The middleware that the platform knows how to run. */
public enum MiddlewareKind {
    NACOS,
    MYSQL,
    REDIS,
    MONGODB,
    RABBITMQ;

    /** The names of the ports that a description may give beside the main one. */
    public Set<String> namedPorts() {
        return this == NACOS ? Set.of("console") : Set.of();
    }

    /**
     * The ports that the server takes by itself, by name. Nacos derives them from its main port: two for gRPC and one for
     * raft.
     */
    public Map<String, Integer> derivedPorts(int port) {
        return this == NACOS ? Map.of("grpc", port + 1000, "grpc-cluster", port + 1001, "raft", port - 1000) : Map.of();
    }

    static Optional<MiddlewareKind> named(String name) {
        return Stream.of(values()).filter(kind -> kind.toString().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
