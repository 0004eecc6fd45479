package dev.slipway.bench.booking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;

/** Admits everybody, as the systems do that trust the platform's count; orders are answered after a fixed time. */
final class PlainHospital implements AutoCloseable {
    private static final byte[] ANSWER = "{\"status\":\"admitted\"}".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    PlainHospital(Duration delay) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "plain-hospital");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/orders", exchange -> answer(exchange, delay));
        server.start();
    }

    private static void answer(HttpExchange exchange, Duration delay) {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().equals("/orders")) {
                Thread.sleep(delay.toMillis());
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
