package dev.slipway.test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.local.LocalServer;
import dev.slipway.local.NacosPorts;
import dev.slipway.local.NacosSecrets;
import dev.slipway.local.NacosServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NacosServerIT extends LocalServerContract {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String TOKEN_KEY = Passwords.base64Key();
    private static final String IDENTITY = "an-identity-of-this-test";
    private static final Map<String, String> KEPT = Map.of("dataId", "kept", "groupName", "DEFAULT_GROUP");

    private final Map<Integer, NacosPorts> ports = new ConcurrentHashMap<>();
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    @Override
    int freePort() {
        NacosPorts free = FreePort.forNacos();
        ports.put(free.server(), free);
        return free.server();
    }

    @Override
    LocalServer server(Path data, int port, String password) {
        NacosSecrets secrets = new NacosSecrets(password, TOKEN_KEY, IDENTITY);
        return new NacosServer(data, Workplace.jars().nacos(), portsOf(port), secrets);
    }

    @Override
    boolean accepts(int port, String password) throws InterruptedException {
        try {
            return login(port, password).statusCode() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    @Override
    void write(int port, String value) throws Exception {
        HttpRequest request = request(port, "/nacos/v3/admin/cs/config?" + form(KEPT))
                .header("accessToken", token(port))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of("content", value))))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Override
    String read(int port) throws Exception {
        HttpRequest request = request(port, "/nacos/v3/admin/cs/config?" + form(KEPT))
                .header("accessToken", token(port))
                .GET()
                .build();
        JsonNode answer =
                json.readTree(http.send(request, BodyHandlers.ofString()).body());
        return answer.at("/data/content").asText();
    }

    @Test
    void refusesWithoutAToken() throws Exception {
        HttpRequest request =
                request(port(), "/nacos/v3/admin/cs/config?" + form(KEPT)).GET().build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @Test
    void letsNobodyClaimTheAdministrator() throws Exception {
        HttpRequest claim = request(port(), "/nacos/v3/auth/user/admin?password=claimed-by-a-stranger")
                .POST(BodyPublishers.noBody())
                .build();
        http.send(claim, BodyHandlers.ofString());
        assertThat(accepts(port(), "claimed-by-a-stranger")).isFalse();
        assertThat(accepts(port(), PASSWORD)).isTrue();
    }

    @Test
    void tellsNoSecretInItsLogs() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path log :
                    files.filter(file -> file.toString().endsWith(".log")).toList()) {
                assertThat(Files.readString(log, ISO_8859_1))
                        .as(log.toString())
                        .doesNotContain(PASSWORD, TOKEN_KEY, IDENTITY);
            }
        }
    }

    private NacosPorts portsOf(int port) {
        NacosPorts chosen = ports.get(port);
        assertThat(chosen).isNotNull();
        return chosen;
    }

    private String token(int port) throws Exception {
        return json.readTree(login(port, PASSWORD).body()).path("accessToken").asText();
    }

    private HttpResponse<String> login(int port, String password) throws IOException, InterruptedException {
        HttpRequest request = request(port, "/nacos/v3/auth/user/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of("username", "nacos", "password", password))))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .timeout(TIMEOUT);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
