package dev.slipway.gateway.cors;

import dev.slipway.gateway.path.PathGuard;
import dev.slipway.gateway.problem.Problem;
import dev.slipway.gateway.settings.Derived;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers preflights, and marks or refuses calls from other origins. */
public final class CorsGuard implements WebFilter, Ordered {
    private static final Problem REFUSED =
            Problem.of(HttpStatus.FORBIDDEN, "origin-not-allowed", "Pages of this origin may not make this call.");

    private final Supplier<CorsConfiguration> rules;
    private final DefaultCorsProcessor processor = new Silent();

    public CorsGuard(Supplier<CorsSettings> settings) {
        this.rules = new Derived<>(settings, CorsGuard::rules);
    }

    @Override
    public int getOrder() {
        return PathGuard.ORDER + 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getHeaders().getFirst(HttpHeaders.ORIGIN) == null) {
            return chain.filter(exchange);
        }
        if (!processor.process(rules.get(), exchange)) {
            return Mono.error(REFUSED.refusal());
        }
        if (CorsUtils.isPreFlightRequest(exchange.getRequest())) {
            exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
            return exchange.getResponse().setComplete();
        }
        return chain.filter(exchange);
    }

    private static CorsConfiguration rules(CorsSettings settings) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(settings.origins());
        rules.setAllowedMethods(settings.methods());
        rules.setAllowedHeaders(settings.headers());
        rules.setExposedHeaders(List.of("X-Trace-Id", "Location", "Retry-After", "Content-Disposition"));
        rules.setMaxAge(settings.maxAge());
        rules.setAllowCredentials(false);
        return rules;
    }

    /** Leaves the answer to the problem writer. */
    private static final class Silent extends DefaultCorsProcessor {
        @Override
        protected void rejectRequest(ServerHttpResponse response) {}
    }
}
