package dev.slipway.platform.stack.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.platform.stack.Component;
import dev.slipway.platform.stack.process.Launch;
import dev.slipway.platform.stack.readiness.Http;
import dev.slipway.platform.stack.readiness.NacosCatalogue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service of the stack.
 *
 * @param uses services that it calls
 * @param routedPath a path that is answered only when the way through other services works; null when there is none
 */
record ServiceComponent(
        ServiceProcess process,
        Set<String> needs,
        Set<String> uses,
        @Nullable NacosCatalogue catalogue,
        Http http,
        @Nullable String routedPath)
        implements Component {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;

    @Override
    public String name() {
        return process.name();
    }

    @Override
    public int port() {
        return process.ports().of(name());
    }

    @Override
    public Duration readyWithin() {
        return Duration.ofMinutes(2);
    }

    @Override
    public Path log() {
        return process.directory().log(name());
    }

    @Override
    public Launch prepare() throws IOException, InterruptedException {
        return process.launch();
    }

    @Override
    public Optional<String> obstacle() throws IOException, InterruptedException {
        Optional<String> inside = healthObstacle();
        return inside.isPresent() ? inside : outsideObstacle();
    }

    private Optional<String> healthObstacle() throws InterruptedException {
        try {
            HttpResponse<String> health = http.get(port(), "/actuator/health/readiness");
            return health.statusCode() == OK ? Optional.empty() : Optional.of("its health is " + status(health));
        } catch (IOException silent) {
            return Optional.of("does not answer on port " + port());
        }
    }

    private Optional<String> outsideObstacle() throws IOException, InterruptedException {
        if (catalogue != null && !catalogue.listsHealthy(name(), port())) {
            return Optional.of("Nacos does not list it as healthy");
        }
        if (routedPath == null) {
            return Optional.empty();
        }
        int answer = http.get(port(), routedPath).statusCode();
        return answer == OK ? Optional.empty() : Optional.of("answers " + answer + " to GET " + routedPath);
    }

    private static String status(HttpResponse<String> health) {
        try {
            return JSON.readTree(health.body()).path("status").asText("HTTP " + health.statusCode());
        } catch (JsonProcessingException noHealth) {
            return "HTTP " + health.statusCode();
        }
    }
}
