package dev.slipway.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A small HTTP server in the test's own process, in place of a neighbour. */
abstract class StandIn {
    static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;

    StandIn() {
        try {
            // A backlog for hundreds who connect at once.
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "stand-in");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::serve);
    }

    void start() {
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @param body null for none */
    record Reply(int status, @Nullable Object body) {
        static Reply of(int status) {
            return new Reply(status, status >= 400 ? Map.of("code", "x", "detail", "no") : null);
        }
    }

    /** What is answered; null drops the connection without an answer. */
    abstract @Nullable Reply answer(HttpExchange call, byte[] body);

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            Reply reply = answer(call, call.getRequestBody().readAllBytes());
            if (reply == null) {
                return;
            }
            byte[] bytes = bytes(reply);
            call.getResponseHeaders()
                    .set("Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
            call.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                call.getResponseBody().write(bytes);
            }
        }
    }

    private static byte[] bytes(Reply reply) throws JsonProcessingException {
        return reply.body() == null ? new byte[0] : JSON.writeValueAsBytes(reply.body());
    }
}
