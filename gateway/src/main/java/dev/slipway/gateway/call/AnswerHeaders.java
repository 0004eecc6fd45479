package dev.slipway.gateway.call;

import org.springframework.http.HttpHeaders;

/** What every answer carries. A service's own stricter or looser word on caching, framing and content stays. */
final class AnswerHeaders {
    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'";

    private AnswerHeaders() {}

    static void set(HttpHeaders headers, String traceId) {
        headers.set("X-Trace-Id", traceId);
        headers.set("X-Content-Type-Options", "nosniff");
        setIfAbsent(headers, "Content-Security-Policy", POLICY);
        setIfAbsent(headers, "X-Frame-Options", "DENY");
        setIfAbsent(headers, "Referrer-Policy", "no-referrer");
        setIfAbsent(headers, HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static void setIfAbsent(HttpHeaders headers, String name, String value) {
        if (!headers.containsKey(name)) {
            headers.set(name, value);
        }
    }
}
