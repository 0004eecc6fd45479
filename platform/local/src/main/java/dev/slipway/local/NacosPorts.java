package dev.slipway.local;

import java.util.List;

/**
 * The ports of one Nacos: the two that are chosen and the three that follow from the first (Nacos' own rule).
 *
 * @param server its HTTP interface, 8848 by default
 * @param console its web console, 8849 by default
 */
public record NacosPorts(int server, int console) {

    /** Clients' gRPC. */
    public int grpc() {
        return server + 1000;
    }

    /** gRPC between cluster members. */
    public int clusterGrpc() {
        return server + 1001;
    }

    public int raft() {
        return server - 1000;
    }

    /** All of them: each must be free before the start. */
    public List<Integer> all() {
        return List.of(server, console, grpc(), clusterGrpc(), raft());
    }
}
