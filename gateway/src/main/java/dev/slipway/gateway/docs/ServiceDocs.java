package dev.slipway.gateway.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.gateway.problem.Problem;
import dev.slipway.gateway.route.ServiceReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.http.HttpStatus;
import reactor.core.publisher.Mono;

/** The OpenAPI of each service that has a route, as the world sees it: through here, and without internal paths. */
final class ServiceDocs {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Problem UNREADABLE = Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "docs-unavailable",
                    "The service does not show its API at the moment.")
            .after(Duration.ofSeconds(5));

    private final RouteLocator routes;
    private final ServiceReader services;
    private final ObjectMapper json;

    ServiceDocs(RouteLocator routes, ServiceReader services, ObjectMapper json) {
        this.routes = routes;
        this.services = services;
        this.json = json;
    }

    /** Names of the services, sorted. */
    Mono<List<String>> names() {
        return routes.getRoutes()
                .map(Route::getUri)
                .filter(uri -> "lb".equals(uri.getScheme()))
                .map(uri -> uri.getHost())
                .distinct()
                .sort()
                .collectList();
    }

    /** Takes {@code service-user} and {@code user}; 404 for what has no route, 503 for what does not answer. */
    Mono<JsonNode> of(String name) {
        return names().flatMap(names -> {
            String service = names.contains(name) ? name : "service-" + name;
            if (!names.contains(service)) {
                return Mono.error(Problem.notFound().refusal());
            }
            return services.read(service, "/v3/api-docs", TIMEOUT)
                    .map(this::published)
                    .onErrorMap(failure -> UNREADABLE.refusal());
        });
    }

    private JsonNode published(String document) {
        try {
            JsonNode api = json.readTree(document);
            if (!(api instanceof ObjectNode published) || !(api.path("paths") instanceof ObjectNode paths)) {
                throw new IllegalArgumentException("not an OpenAPI document");
            }
            published.putArray("servers").addObject().put("url", "/");
            paths.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(ServiceDocs::internal)
                    .toList()
                    .forEach(paths::remove);
            return published;
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not JSON", notJson);
        }
    }

    private static boolean internal(String path) {
        return path.startsWith("/inner") || path.startsWith("/.well-known") || path.startsWith("/actuator");
    }
}
