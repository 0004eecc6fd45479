package dev.slipway.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.gateway.route.ServiceReader;
import java.util.List;
import java.util.Map;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class DocsConfiguration {
    /** Only what this gateway itself serves: no other origin, nothing inline. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @Bean
    RouterFunction<ServerResponse> docsRoutes(RouteLocator routes, ServiceReader services, ObjectMapper json) {
        ServiceDocs docs = new ServiceDocs(routes, services, json);
        return RouterFunctions.route()
                .GET("/docs", call -> file("index.html", MediaType.TEXT_HTML))
                .GET("/docs/docs.js", call -> file("docs.js", MediaType.valueOf("text/javascript;charset=UTF-8")))
                .GET("/docs/docs.css", call -> file("docs.css", MediaType.valueOf("text/css;charset=UTF-8")))
                .GET("/docs/index.json", call -> docs.names().flatMap(DocsConfiguration::list))
                .GET("/docs/{service}.json", call -> document(docs, call))
                .build();
    }

    private static Mono<ServerResponse> list(List<String> names) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(Map.of("items", names));
    }

    private static Mono<ServerResponse> document(ServiceDocs docs, ServerRequest call) {
        return docs.of(call.pathVariable("service")).flatMap((JsonNode api) -> ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(api));
    }

    private static Mono<ServerResponse> file(String name, MediaType type) {
        return ServerResponse.ok()
                .contentType(type)
                .header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "no-cache")
                .bodyValue(new ClassPathResource("docs/" + name));
    }
}
