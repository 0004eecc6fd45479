package dev.slipway.messaging.outbox;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of the running request, so that a message continues the trace that caused it. */
public final class CurrentTrace {

    /** Header of W3C Trace Context, on HTTP and on messages. */
    public static final String HEADER = "traceparent";

    /** For a service without tracing. */
    public static final CurrentTrace NONE = new CurrentTrace(Tracer.NOOP, Propagator.NOOP);

    private final Tracer tracer;
    private final Propagator propagator;

    public CurrentTrace(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Nullable
    String traceparent() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        propagator.inject(span.context(), headers, Map::put);
        return headers.get(HEADER);
    }
}
