package dev.slipway.gateway.call;

import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** What every answer carries. A service's own stricter or looser word on caching, framing and content goes before. */
public final class AnswerHeaders {
    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'";

    private static final Set<String> YIELDING =
            Set.of("cache-control", "content-security-policy", "referrer-policy", "x-frame-options");

    private AnswerHeaders() {}

    /** Whether a service's header of this name takes the place of ours. */
    public static boolean yieldTo(String lowerCaseName) {
        return YIELDING.contains(lowerCaseName);
    }

    /** At the beginning of a call, and when an answer was given up whose headers had been set. */
    public static void set(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("X-Trace-Id", Call.of(exchange).traceId());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
