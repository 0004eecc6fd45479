package dev.slipway.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small service behind the gateway that does as the test says, and remembers what it was sent. */
final class Upstream implements AutoCloseable {
    /** What was received. */
    record Received(String method, URI uri, Headers headers, String body) {}

    @FunctionalInterface
    interface Behaviour {
        void answer(HttpExchange exchange, Received received) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private volatile Behaviour behaviour = (exchange, call) -> json(exchange, 200, "{\"ok\":true}");

    Upstream() {
        this(0);
    }

    Upstream(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    void behaves(Behaviour as) {
        behaviour = as;
        received.clear();
    }

    Queue<Received> received() {
        return received;
    }

    /** The last call of a client; the gateway reads the keys in between for itself. */
    Received last() {
        Received last = null;
        for (Received one : received) {
            last = one.uri().getPath().startsWith("/.well-known/") ? last : one;
        }
        if (last == null) {
            throw new AssertionError("The service was not reached");
        }
        return last;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Received call = new Received(
                    exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
            received.add(call);
            behaviour.answer(exchange, call);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static void json(HttpExchange exchange, int status, String body) throws IOException {
        answer(exchange, status, "application/json", body);
    }

    static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean none = "HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(status, none ? -1 : bytes.length);
        if (!none) {
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Dies at once: connections break, new ones are refused. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
