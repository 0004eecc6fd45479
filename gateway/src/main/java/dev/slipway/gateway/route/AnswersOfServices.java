package dev.slipway.gateway.route;

import dev.slipway.gateway.call.AnswerHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** What of a service's headers goes out: not those of its connection, its make, or what the gateway says itself. */
final class AnswersOfServices implements HttpHeadersFilter {
    private static final Set<String> DROPPED = Set.of(
            "connection",
            "keep-alive",
            "server",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-application-context",
            "x-content-type-options",
            "x-identity",
            "x-powered-by",
            "x-trace-id");

    @Override
    public HttpHeaders filter(HttpHeaders received, ServerWebExchange exchange) {
        HttpHeaders headers = new HttpHeaders();
        for (Map.Entry<String, List<String>> header : received.headerSet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!DROPPED.contains(name) && !name.startsWith("access-control-")) {
                if (AnswerHeaders.yieldTo(name)) {
                    exchange.getResponse().getHeaders().remove(name);
                }
                headers.put(header.getKey(), header.getValue());
            }
        }
        return headers;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
