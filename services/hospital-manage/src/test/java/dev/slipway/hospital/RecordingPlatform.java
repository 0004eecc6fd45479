package dev.slipway.hospital;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.security.signature.SignatureCheck;
import dev.slipway.security.signature.SignatureVerdict;
import dev.slipway.security.signature.SignatureVerdict.Genuine;
import dev.slipway.security.signature.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The platform as a hospital sees it: checks signatures, remembers what came, answers as the contract says. */
final class RecordingPlatform implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, SigningKey> keys = new ConcurrentHashMap<>();
    private final Map<String, Boolean> nonces = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Function<Call, Reply> answers = RecordingPlatform::asDocumented;

    RecordingPlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    /** A genuine call. */
    record Call(String hospital, String method, String path, JsonNode body) {
        List<JsonNode> items() {
            return StreamSupport.stream(body.path("items").spliterator(), false).toList();
        }
    }

    record Reply(int status, String body) {}

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void knows(House house) {
        keys.put(house.keyId(), new SigningKey(house.code(), house.key()));
    }

    /** The next calls are answered 503. */
    void failNext(int times) {
        failures.set(times);
    }

    void answer(Function<Call, Reply> next) {
        answers = next;
    }

    List<Call> calls() {
        return calls;
    }

    List<Call> calls(String method, String path) {
        return calls.stream()
                .filter(call -> call.method().equals(method) && call.path().equals(path))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Reply reply = reply(exchange, body);
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Reply reply(HttpExchange exchange, byte[] body) throws IOException {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return new Reply(503, "");
        }
        URI uri = exchange.getRequestURI();
        var check = new SignatureCheck(
                id -> Optional.ofNullable(keys.get(id)),
                (key, nonce, kept) -> nonces.putIfAbsent(key + nonce, true) == null,
                Clock.systemUTC());
        SignatureVerdict verdict = check.check(
                exchange.getRequestHeaders()::getFirst,
                exchange.getRequestMethod(),
                uri.getRawPath(),
                uri.getRawQuery(),
                body);
        if (!(verdict instanceof Genuine genuine)) {
            return new Reply(401, "{\"code\":\"signature-wrong\",\"detail\":\"" + verdict + "\"}");
        }
        Call call = new Call(genuine.owner(), exchange.getRequestMethod(), uri.getPath(), JSON.readTree(body));
        calls.add(call);
        return answers.apply(call);
    }

    static Reply asDocumented(Call call) {
        if (call.path().contains("/appointments/") || call.method().equals("DELETE")) {
            return new Reply(204, "");
        }
        String key = call.path().endsWith("/departments") ? "code" : "id";
        return new Reply(
                200,
                call.items().stream()
                        .map(item -> "{\"" + key + "\":" + item.get(key) + ",\"result\":\"created\"}")
                        .collect(Collectors.joining(",", "{\"items\":[", "]}")));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
