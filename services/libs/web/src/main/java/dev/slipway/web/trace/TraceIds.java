package dev.slipway.web.trace;

import io.micrometer.tracing.CurrentTraceContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The trace id of what is being done now. */
public final class TraceIds {
    /** Name of the response header with the trace id. */
    public static final String HEADER = "X-Trace-Id";

    private static final String NONE = "0".repeat(32);

    private final Tracer tracer;

    public TraceIds(Tracer tracer) {
        this.tracer = tracer;
    }

    /** 32 hexadecimal digits; all zero outside of any trace. */
    public String current() {
        CurrentTraceContext current = tracer.currentTraceContext();
        return text(current == null ? null : current.context());
    }

    /** An id for what has no trace, because no filter has seen it: it tells one complaint from another. */
    public String fresh() {
        Span span = tracer.nextSpan();
        try {
            return text(span.context());
        } finally {
            span.abandon();
        }
    }

    private static String text(@Nullable TraceContext context) {
        return context == null || context.traceId().isEmpty() ? NONE : context.traceId();
    }
}
