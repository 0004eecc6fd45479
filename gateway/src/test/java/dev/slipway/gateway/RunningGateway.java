package dev.slipway.gateway;

import dev.slipway.gateway.call.AccessLogTarget;
import dev.slipway.test.Redis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.reactive.context.ReactiveWebServerApplicationContext;
import org.springframework.cloud.gateway.route.RouteDefinition;
import org.springframework.cloud.gateway.route.RouteDefinitionLocator;
import org.springframework.context.support.GenericApplicationContext;
import reactor.core.publisher.Flux;

/** The whole gateway on a free port, with a list of instances in Nacos' place. */
final class RunningGateway implements AutoCloseable {
    static final String IDENTITY_KEY = "the-identity-key-of-these-tests-0123456789";

    private final ReactiveWebServerApplicationContext context;
    private final ByteArrayOutputStream accessLog = new ByteArrayOutputStream();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    static {
        System.setProperty("csp.sentinel.log.dir", "target/sentinel");
    }

    RunningGateway(Redis redis, TestRegistry registry, String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=0",
                "server.address=127.0.0.1",
                "identity-key=" + IDENTITY_KEY,
                "redis-password=" + redis.password(),
                "REDIS_HOST=127.0.0.1",
                "REDIS_PORT=" + redis.server().port(),
                "spring.data.redis.database=" + redis.claimDatabase(),
                "logging.structured.format.console=ecs"));
        all.addAll(List.of(properties));
        String[] arguments = all.stream().map(one -> "--" + one).toArray(String[]::new);
        context = (ReactiveWebServerApplicationContext) new SpringApplicationBuilder(GatewayApplication.class)
                .profiles("test")
                .initializers((GenericApplicationContext starting) -> {
                    starting.registerBean(AccessLogTarget.class, () -> () -> accessLog);
                    starting.registerBean(TestRegistry.class, () -> registry);
                    starting.registerBean("later", RouteDefinitionLocator.class, () -> RunningGateway::later);
                })
                .run(arguments);
    }

    /** A service of the kind hospitals call. */
    private static Flux<RouteDefinition> later() {
        return Flux.just(new RouteDefinition("service-hosp=lb://service-hosp,Path=/openapi/hosp/**"));
    }

    int port() {
        return context.getWebServer().getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String accessLog() {
        return accessLog.toString(StandardCharsets.UTF_8);
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<String> call(String method, String path, String body, String... headers) {
        return call(path, request -> {
            request.method(
                    method,
                    body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
            return headers.length == 0 ? request : request.headers(headers);
        });
    }

    HttpResponse<String> call(String path, UnaryOperator<HttpRequest.Builder> change) {
        HttpRequest request = change.apply(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                        .timeout(Duration.ofSeconds(20)))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(
                    "%s %s: the gateway's log ends with%n%s%nits threads are%n%s"
                            .formatted(request.method(), path, end(accessLog()), threads()),
                    failed);
        }
    }

    private static String end(String log) {
        return log.substring(Math.max(0, log.length() - 2000));
    }

    private static String threads() {
        StringBuilder all = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (thread.getName().contains("reactor") || thread.getName().contains("HttpClient")) {
                all.append(thread).append('\n');
                Arrays.stream(stack)
                        .limit(12)
                        .forEach(frame -> all.append("    ").append(frame).append('\n'));
            }
        });
        return all.toString();
    }

    HttpResponse<String> get(String path, String... headers) {
        return call("GET", path, "", headers);
    }

    /** Sends exactly these characters; answers what comes until the connection closes or is silent. */
    String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(1500);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return read(socket.getInputStream());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        try {
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                all.write(some, 0, n);
            }
        } catch (SocketTimeoutException | SocketException ended) {
            return all.toString(StandardCharsets.UTF_8);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    String rawGet(String target, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return raw("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + more + "\r\n");
    }

    @Override
    public void close() {
        context.close();
    }
}
