package dev.slipway.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.test.FreePort;
import dev.slipway.test.Middleware;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Sentinel's dashboard learns of a service, and what becomes of the rules that are set there. */
class DashboardIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String GROUP = "SENTINEL_GROUP";
    private static final String FLOW = "shown-flow.json";
    private static final String ROUTES = "shown-gateway-flow.json";
    private static final String REPORTING = "--spring.cloud.sentinel.transport.dashboard=127.0.0.1:";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<String> heartbeats = new CopyOnWriteArrayList<>();

    @TempDir
    Path run;

    private final int port = FreePort.next();
    private final int commands = FreePort.next();

    private HttpServer dashboard;
    private ConfigService console;
    private @Nullable Process service;

    @BeforeEach
    void startADashboard() throws IOException, NacosException {
        console = Middleware.nacos().console();
        console.publishConfig(FLOW, GROUP, "[]", "json");
        console.publishConfig(ROUTES, GROUP, "[]", "json");
        dashboard = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        dashboard.createContext("/registry/machine", exchange -> {
            heartbeats.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        dashboard.start();
    }

    @AfterEach
    void stop() throws Exception {
        end();
        dashboard.stop(0);
        console.shutDown();
    }

    private void end() throws InterruptedException {
        if (service != null) {
            service.destroyForcibly().waitFor();
        }
    }

    @Test
    void rulesSetInTheDashboardAreKeptInNacosOrRefused() throws Exception {
        start(REPORTING + dashboard.getAddress().getPort());
        await().atMost(SOON).until(() -> heartbeats.stream()
                .anyMatch(beat -> beat.contains("app=shown-service") && beat.contains("port=" + commands)));
        call();
        await().atMost(SOON).until(() -> command("clusterNode", Map.of()).contains("GET:/called/{id}"));

        String rules = "[{\"resource\":\"GET:/called/{id}\",\"count\":0.0,\"grade\":1,\"limitApp\":\"default\"}]";
        assertThat(set("flow", rules)).isEqualTo("success");
        awaitKept(FLOW, "[{\"resource\":\"GET:/called/{id}\",\"count\":0.0}]");
        assertThat(call()).isEqualTo(429);
        assertThat(call("HEAD")).as("no way round").isEqualTo(429);
        assertThat(call("MADE-UP")).isEqualTo(405);
        assertThat(command("clusterNode", Map.of())).doesNotContain("HEAD", "MADE-UP");

        assertThat(set("flow", rules.replace("0.0", "-1.0"))).contains("write data source failed");
        assertThat(call()).as("what was in force").isEqualTo(429);
        assertThat(set("degrade", rules)).as("no document").contains("write data source failed");
        assertThat(command("getRules", Map.of("type", "degrade"))).isEqualTo("[]");
        assertThat(set("system", "[{\"qps\":0.0}]")).contains("write data source failed");
        assertThat(command("getRules", Map.of("type", "system"))).isEqualTo("[]");

        assertThat(command("gateway/updateRules", Map.of("data", "[{\"resource\":\"a-route\",\"count\":5.0}]")))
                .isEqualTo("success");
        awaitKept(ROUTES, "[{\"resource\":\"a-route\",\"count\":5.0}]");

        end();
        start(REPORTING + dashboard.getAddress().getPort());
        assertThat(call()).as("after a restart").isEqualTo(429);
    }

    @Test
    void withoutADashboardNoPortIsOpen() throws Exception {
        start();
        assertThat(call()).isEqualTo(200);
        assertThatThrownBy(() -> command("version", Map.of())).isInstanceOf(ConnectException.class);
    }

    private void start(String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                ShownService.class.getName(),
                "--server.port=" + port,
                "--spring.application.name=shown-service",
                "--spring.config.location=optional:classpath:none.yml",
                "--spring.config.import=optional:nacos:shown-service.yaml",
                "--spring.cloud.nacos.discovery.enabled=false",
                "--spring.cloud.sentinel.transport.port=" + commands,
                "--slipway.rules.flow=" + FLOW,
                "--slipway.rules.gateway-flow=" + ROUTES,
                "--SLIPWAY_ADVERTISE=127.0.0.1",
                "--SLIPWAY_RUN=" + run));
        command.addAll(List.of(more));
        var starting = new ProcessBuilder(command).inheritIO();
        var nacos = Middleware.nacos();
        starting.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        starting.environment()
                .put("SPRING_CLOUD_NACOS_SERVER_ADDR", nacos.server().address());
        starting.environment().put("SPRING_CLOUD_NACOS_USERNAME", nacos.login().user());
        starting.environment().put("SPRING_CLOUD_NACOS_PASSWORD", nacos.login().password());
        service = starting.start();
        await().atMost(SOON).ignoreException(ConnectException.class).until(() -> call() != 404);
    }

    private int call() throws IOException, InterruptedException {
        return call("GET");
    }

    private int call(String method) throws IOException, InterruptedException {
        return send(port, "/called/7", method, HttpRequest.BodyPublishers.noBody())
                .statusCode();
    }

    private String set(String type, String rules) throws IOException, InterruptedException {
        return command("setRules", Map.of("type", type, "data", rules));
    }

    /** As the dashboard puts them. */
    private String command(String name, Map<String, String> parameters) throws IOException, InterruptedException {
        String form = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return form.isEmpty()
                ? send(commands, "/" + name, "GET", HttpRequest.BodyPublishers.noBody())
                        .body()
                : send(commands, "/" + name, "POST", HttpRequest.BodyPublishers.ofString(form))
                        .body();
    }

    private static HttpResponse<String> send(int port, String path, String method, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(SOON)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .method(method, body)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** What Nacos has stored it reads out a moment later. */
    private void awaitKept(String document, String text) {
        await().atMost(SOON).untilAsserted(() -> assertThat(console.getConfig(document, GROUP, SOON.toMillis()))
                .isEqualToIgnoringWhitespace(text));
    }
}
