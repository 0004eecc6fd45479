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
    RABBITMQ,
    /** Shows what the flow rules do; on a cluster only. */
    SENTINEL_DASHBOARD;

    /** What clients connect to unless the description says otherwise. */
    public int usualPort() {
        return switch (this) {
            case NACOS -> 8848;
            case MYSQL -> 3306;
            case REDIS -> 6379;
            case MONGODB -> 27017;
            case RABBITMQ -> 5672;
            case SENTINEL_DASHBOARD -> 8858;
        };
    }

    /** What it, or each of its members, gets when nobody says how much: enough for a small environment. */
    public Memory usualMemory() {
        return switch (this) {
            case NACOS -> Memory.parse("1536Mi");
            case MYSQL, MONGODB -> Memory.parse("1Gi");
            case RABBITMQ, SENTINEL_DASHBOARD -> Memory.parse("512Mi");
            case REDIS -> Memory.parse("256Mi");
        };
    }

    /** What it, or each of its members, does not start in less than. */
    public Memory leastMemory() {
        return switch (this) {
            case NACOS -> Memory.parse("768Mi");
            // Each question whether MongoDB is ready is put by a shell that takes 150Mi of it; RabbitMQ's by one of
            // 80Mi.
            case MYSQL, MONGODB, RABBITMQ -> Memory.parse("512Mi");
            case REDIS, SENTINEL_DASHBOARD -> Memory.parse("1Ki");
        };
    }

    /** Whether two members stand still as soon as one is away, so that they are worse than one. */
    public boolean decidesByMajority() {
        return this != MYSQL && this != SENTINEL_DASHBOARD;
    }

    /** Whether its clients sign in with a password that they are given. */
    public boolean signsClientsIn() {
        return this != SENTINEL_DASHBOARD;
    }

    /** All ports that clients connect to when the main one is this. */
    public Set<Integer> clientPorts(int port) {
        return this == NACOS ? Set.of(port, port + 1000) : Set.of(port);
    }

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

    /** The kind with this name, if it is one. */
    public static Optional<MiddlewareKind> named(String name) {
        return Stream.of(values()).filter(kind -> kind.toString().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
