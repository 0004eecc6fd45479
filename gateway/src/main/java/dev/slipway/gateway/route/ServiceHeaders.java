package dev.slipway.gateway.route;

import dev.slipway.gateway.call.Call;
import dev.slipway.gateway.call.ClientAddresses;
import dev.slipway.security.identity.IdentityTokens;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a service is sent: the client's headers less those of the connection, those that speak of identity or
 * origin, and the token; and then the gateway's own word on who calls, from where, within which trace.
 */
final class ServiceHeaders implements HttpHeadersFilter {
    private static final Set<String> DROPPED = Set.of(
            "authorization",
            "connection",
            "expect",
            "forwarded",
            "host",
            "http2-settings",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "traceparent",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "b3",
            "x-http-method",
            "x-http-method-override",
            "x-identity",
            "x-method-override",
            "x-original-url",
            "x-real-ip",
            "x-rewrite-url",
            "x-trace-id");
    private static final List<String> DROPPED_PREFIXES = List.of("x-b3-", "x-forwarded-", "x-user-");

    private final ClientAddresses addresses;

    ServiceHeaders(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public HttpHeaders filter(HttpHeaders sent, ServerWebExchange exchange) {
        Call call = Call.of(exchange);
        HttpHeaders headers = new HttpHeaders();
        Set<String> hop = hopByHop(sent);
        for (Map.Entry<String, List<String>> header : sent.headerSet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (passes(name) && !hop.contains(name)) {
                headers.put(header.getKey(), header.getValue());
            }
        }
        String identity = call.identity();
        if (identity != null) {
            headers.set(IdentityTokens.HEADER, identity);
        }
        headers.set("X-Forwarded-For", addresses.of(exchange.getRequest()));
        headers.set("traceparent", traceparent(call));
        return headers;
    }

    static boolean passes(String lowerCaseName) {
        if (DROPPED.contains(lowerCaseName)) {
            return false;
        }
        if (lowerCaseName.charAt(0) != 'x') {
            return true;
        }
        for (String prefix : DROPPED_PREFIXES) {
            if (lowerCaseName.startsWith(prefix)) {
                return false;
            }
        }
        return true;
    }

    /** Headers the client declared to be for this connection alone. */
    private static Set<String> hopByHop(HttpHeaders sent) {
        List<String> connection = sent.get(HttpHeaders.CONNECTION);
        if (connection == null) {
            return Set.of();
        }
        return sent.getConnection().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(java.util.stream.Collectors.toSet());
    }

    private static String traceparent(Call call) {
        String flags = Boolean.TRUE.equals(call.span().context().sampled()) ? "-01" : "-00";
        return "00-" + call.traceId() + "-" + call.span().context().spanIdString() + flags;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.REQUEST;
    }
}
