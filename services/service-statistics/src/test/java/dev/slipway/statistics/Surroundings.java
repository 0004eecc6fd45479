package dev.slipway.statistics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.security.identity.Role;
import dev.slipway.test.Middleware;
import dev.slipway.test.Mysql;
import dev.slipway.test.Rabbitmq;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A schema, a virtual host, and a service-order that has the appointments a test gives it. */
final class Surroundings implements AutoCloseable {
    private final Mysql.Database database = Middleware.mysql().createDatabase();
    private final Rabbitmq broker = Middleware.rabbitmq();
    private final String virtualHost = broker.claimVirtualHost();
    private final HttpServer server;
    private final IdentityTokens identities = new IdentityTokens(Instance.IDENTITY_KEY, Clock.systemUTC());

    /** Number → JSON, as service-order has them. */
    final SortedMap<String, String> appointments = new ConcurrentSkipListMap<>();

    /** So many calls are answered with 503. */
    final AtomicInteger failures = new AtomicInteger();

    /** What happens in the middle of a rebuild: after a page was read and before it is answered. */
    volatile Runnable afterReading = () -> {};

    Surroundings() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "order");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/inner/statistics/appointment-states", this::answer);
        server.start();
    }

    List<String> arguments() {
        return List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.login().user(),
                "--spring.datasource.password=" + database.login().password(),
                "--spring.rabbitmq.host=" + broker.server().host(),
                "--spring.rabbitmq.port=" + broker.server().port(),
                "--spring.rabbitmq.username=" + broker.login().user(),
                "--spring.rabbitmq.password=" + broker.login().password(),
                "--spring.rabbitmq.virtual-host=" + virtualHost,
                "--spring.cloud.discovery.client.simple.instances.service-order[0].uri=http://127.0.0.1:"
                        + server.getAddress().getPort());
    }

    void has(String number, String hospital, LocalDate date, String status, long version) {
        appointments.put(number, """
                {"number":"%s","hospitalCode":"%s","visitDate":"%s","status":"%s","version":%d,"more":1}\
                """.formatted(number, hospital, date, status, version));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known = identities
                    .verify(String.valueOf(exchange.getRequestHeaders().getFirst(IdentityTokens.HEADER)))
                    .filter(caller -> caller.is(Role.SERVICE))
                    .isPresent();
            if (!known || failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(known ? 503 : 401, -1);
                return;
            }
            String after = parameter(exchange, "after");
            String items = appointments.tailMap(after + '\0').values().stream()
                    .limit(Integer.parseInt(parameter(exchange, "limit")))
                    .collect(Collectors.joining(","));
            afterReading.run();
            byte[] body = ("{\"items\":[" + items + "]}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String parameter(HttpExchange exchange, String name) {
        return Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
