package dev.slipway.platform.stack.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.platform.secrets.SecretsFile;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.stack.DataDirectory;
import dev.slipway.platform.stack.app.Apps;
import dev.slipway.platform.stack.app.Jvm;
import dev.slipway.platform.stack.process.StackProcesses;
import dev.slipway.platform.stack.readiness.Http;
import dev.slipway.platform.stack.readiness.NacosCatalogue;
import dev.slipway.platform.workspace.Workspace;
import dev.slipway.test.FreePort;
import dev.slipway.test.Middleware;
import dev.slipway.test.Nacos;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service is ready when it is usable: it says so, Nacos sends callers to it, and what it routes comes back. */
class ServiceComponentIT {
    private static final String NAME = "service-component-it";
    private static final String ROUTED = "/api/dictionaries/province";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final int port = FreePort.next();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Nacos nacos = Middleware.nacos();
    private HttpServer service;
    private volatile int health = 503;
    private volatile int routed = 503;

    @BeforeEach
    void connects() throws Exception {
        service = HttpServer.create();
        service.createContext("/actuator/health/readiness", exchange -> {
            answer(exchange, health, health == 200 ? "{\"status\":\"UP\"}" : "{\"status\":\"OUT_OF_SERVICE\"}");
        });
        service.createContext(ROUTED, exchange -> answer(exchange, routed, "{}"));
    }

    @AfterEach
    void stops() {
        service.stop(0);
    }

    @Test
    void isReadyOnceItIsUsable() throws Exception {
        ServiceComponent component = component();
        assertThat(component.obstacle()).hasValue("does not answer on port " + port);
        service.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        service.start();
        assertThat(component.obstacle()).hasValue("its health is OUT_OF_SERVICE");

        health = 200;
        assertThat(component.obstacle()).hasValue("Nacos does not list it as healthy");
        register(port, false);
        register(port + 1, true);
        await().atMost(SOON)
                .until(() -> Objects.requireNonNull(component.catalogue()).listsHealthy(NAME, port + 1));
        assertThat(component.obstacle())
                .as("another instance, and it without callers")
                .hasValue("Nacos does not list it as healthy");

        register(port, true);
        await().atMost(SOON).until(() -> component.obstacle().equals(answers(503)));
        routed = 200;
        assertThat(component.obstacle()).isEmpty();
    }

    private static Optional<String> answers(int status) {
        return Optional.of("answers " + status + " to GET " + ROUTED);
    }

    private void register(int instancePort, boolean enabled) throws Exception {
        String login = post(
                "/nacos/v3/auth/user/login",
                "username=nacos&password=" + nacos.login().password());
        String token = new ObjectMapper().readTree(login).path("accessToken").asText();
        post(
                "/nacos/v3/admin/ns/instance?accessToken=" + token,
                "serviceName=%s&ip=127.0.0.1&port=%d&enabled=%s&healthy=true&ephemeral=true"
                        .formatted(NAME, instancePort, enabled));
    }

    private String post(String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://" + nacos.server().address() + path))
                .timeout(SOON)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private ServiceComponent component() throws IOException {
        Path home = Path.of("..").toAbsolutePath().normalize();
        Environment local = Descriptions.load(new Workspace(home, folder), "local");
        DataDirectory data = DataDirectory.open(folder.resolve("data"));
        var process = new ServiceProcess(
                NAME,
                Objects.requireNonNull(local.services().get(local.entry())),
                local,
                home,
                data,
                new StackPorts(Map.of(NAME, port)),
                new SecretsFile(folder.resolve("secrets.yaml"), new SecureRandom()).ensure(List.of()),
                new Apps(data.apps(), Jvm.current(), new StackProcesses(data.root())),
                Jvm.current());
        var http = new Http();
        var catalogue =
                new NacosCatalogue(http, nacos.server().port(), nacos.login().password());
        return new ServiceComponent(process, Set.of(), Set.of(), catalogue, http, ROUTED);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
