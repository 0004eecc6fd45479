package dev.slipway.gateway.route;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.event.RefreshRoutesResultEvent;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;

/**
 * Finds a call's route by asking the routes in turn. Spring's lookup makes a stream of them for each call, with a
 * dozen of operators; here it is left to that only when a route cannot say at once whether it takes the call.
 */
final class RouteLookup extends RoutePredicateHandlerMapping implements ApplicationListener<RefreshRoutesResultEvent> {
    private final RouteLocator locator;
    private volatile List<Route> routes = List.of();

    RouteLookup(FilteringWebHandler handler, RouteLocator locator, GlobalCorsProperties cors, Environment environment) {
        super(handler, locator, cors, environment);
        this.locator = locator;
    }

    @Override
    public void onApplicationEvent(RefreshRoutesResultEvent refreshed) {
        locator.getRoutes().collectList().subscribe(all -> routes = List.copyOf(all));
    }

    @Override
    protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
        List<Route> all = routes;
        for (Route route : all) {
            exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_PREDICATE_ROUTE_ATTR, route.getId());
            Boolean takes = atOnce(route.getPredicate().apply(exchange));
            if (takes == null) {
                return super.lookupRoute(exchange);
            }
            if (takes) {
                return Mono.just(route);
            }
        }
        return all.isEmpty() ? super.lookupRoute(exchange) : Mono.empty();
    }

    private static @Nullable Boolean atOnce(Publisher<Boolean> verdict) {
        try {
            return verdict instanceof Fuseable.ScalarCallable<?> known ? (Boolean) known.call() : null;
        } catch (Exception undecided) {
            return null;
        }
    }
}
