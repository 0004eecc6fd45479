package dev.slipway.platform.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An API server that has one ConfigMap, and answers watches one after the other as it is told, then like the last. */
final class FakeServer implements AutoCloseable {
    private static final String PATH = "/api/v1/namespaces/ns/configmaps";
    private static final String TYPES =
            "{\"resources\": [{\"name\": \"configmaps\", \"kind\": \"ConfigMap\", \"namespaced\": true}]}";
    private static final String LIST =
            "{\"metadata\": {\"resourceVersion\": \"7\"}, \"items\": [{\"metadata\": {\"name\": \"listed\"}}]}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Deque<Answer> watches;

    /** What was asked for, in order: {@code list}, or the query of a watch. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    /** Answers one watch. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException, InterruptedException;
    }

    FakeServer(Answer... watches) throws IOException {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), watches);
    }

    FakeServer(InetSocketAddress address, Answer... watches) throws IOException {
        this.watches = new ConcurrentLinkedDeque<>(List.of(watches));
        this.server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        try (exchange) {
            if (!uri.getPath().equals(PATH)) {
                send(exchange, uri.getPath().equals("/api/v1") ? 200 : 404, TYPES);
            } else if (uri.getQuery().startsWith("watch=1")) {
                asked.add(uri.getQuery());
                Answer next = watches.size() > 1 ? watches.remove() : watches.element();
                next.to(exchange);
            } else {
                asked.add("list");
                send(exchange, 200, LIST);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    static void send(HttpExchange exchange, int code, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
