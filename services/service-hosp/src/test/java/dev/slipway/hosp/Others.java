package dev.slipway.hosp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.security.identity.IdentityTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What this service calls: a dictionary that knows grade 1, and a service-order that answers as a test says. */
final class Others {
    private static final Others RUNNING = new Others();

    /** What was asked of service-order. */
    record Asked(String method, String path, @Nullable String identity) {}

    record Reply(int status, String body, Duration after) {}

    private final HttpServer server;
    private final List<Asked> asked = new ArrayList<>();
    private Reply reply = new Reply(204, "", Duration.ZERO);
    private String known = "";

    private Others() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.createContext("/api/dictionaries/", this::dictionary);
        server.createContext("/inner/", this::order);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "others");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    static Others running() {
        return RUNNING;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized void orderAnswers(int status, String body, Duration after) {
        reply = new Reply(status, body, after);
        known = "";
        asked.clear();
    }

    /** It answers 404 for all but this record of this hospital. */
    synchronized void orderKnowsOnly(String hospital, String record) {
        orderAnswers(204, "", Duration.ZERO);
        known = "/inner/hospitals/" + hospital + "/appointments/" + record + "/";
    }

    synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void dictionary(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/hospital-grade")) {
            answer(exchange, 200, "{\"items\":[{\"value\":\"1\",\"name\":\"三级甲等\"}]}");
        } else {
            answer(exchange, path.endsWith("/values/unknown") ? 404 : 200, "{}");
        }
    }

    private void order(HttpExchange exchange) throws IOException {
        Reply now;
        synchronized (this) {
            asked.add(new Asked(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst(IdentityTokens.HEADER)));
            now = exchange.getRequestURI().getPath().startsWith(known) ? reply : new Reply(404, "{}", Duration.ZERO);
        }
        try {
            Thread.sleep(now.after().toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, now.status(), now.body());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
