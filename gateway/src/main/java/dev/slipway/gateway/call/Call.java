package dev.slipway.gateway.call;

import brave.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** The call at hand, from its first byte to its line in the access log. Confined to the call's own thread. */
public final class Call {
    static final String NO_ROUTE = "none";

    private static final String ATTRIBUTE = Call.class.getName();

    private final Span span;
    private final String traceId;
    private final long startedNanos;
    private @Nullable String callerId;
    private @Nullable String identity;
    private String route = NO_ROUTE;

    Call(Span span, long startedNanos) {
        this.span = span;
        this.traceId = span.context().traceIdString();
        this.startedNanos = startedNanos;
    }

    /** The call of this exchange; there is one from the first filter on. */
    public static Call of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    void attach(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** 32 hexadecimal digits (W3C). */
    public String traceId() {
        return traceId;
    }

    public Span span() {
        return span;
    }

    long startedNanos() {
        return startedNanos;
    }

    public String route() {
        return route;
    }

    public void routed(String id) {
        route = id;
    }

    /** Who calls: the user's id, or null for anyone. */
    public @Nullable String callerId() {
        return callerId;
    }

    /** The {@code X-Identity} a service is sent, or null for anyone. */
    public @Nullable String identity() {
        return identity;
    }

    public void callerIs(String id, String identityHeader) {
        callerId = id;
        identity = identityHeader;
    }
}
