package dev.slipway.bench.gateway;

import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;

/** Spring Cloud Gateway as it comes, with one route. Arguments: port, address of the service. */
@SpringBootApplication
public class BareGateway {
    private static final String SERVICE = "bench.service";

    @Bean
    RouteLocator routes(RouteLocatorBuilder routes) {
        String service = System.getProperty(SERVICE, "");
        return routes.routes()
                .route("service", route -> route.path("/api/**").uri(service))
                .build();
    }

    public static void main(String[] args) {
        System.setProperty(SERVICE, args[1]);
        new SpringApplicationBuilder(BareGateway.class)
                .properties(Map.of("server.address", "127.0.0.1", "server.port", args[0]))
                .run();
    }
}
