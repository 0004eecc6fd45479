package dev.slipway.gateway.call;

import brave.Span;
import brave.Tracer;
import brave.Tracing;
import brave.propagation.TraceContext;
import dev.slipway.gateway.problem.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/**
 * Outermost filter: begins the trace (a client's valid {@code traceparent} is continued), answers every failure
 * below as a problem, sets the headers each answer has, and at the end measures and logs the call once.
 *
 * <p>Brave is used directly and Spring's observations of server and client are off: an observation a hop costs
 * more than all of the gateway's own work on a call.
 */
final class CallFilter implements WebFilter, Ordered {
    private static final int CLIENT_GONE = 499;

    private final Tracer tracer;
    private final TraceContext.Extractor<HttpHeaders> traces;
    private final ProblemWriter problems;
    private final CallMeter meter;
    private final AccessLog accessLog;

    CallFilter(Tracing tracing, ProblemWriter problems, CallMeter meter, AccessLog accessLog) {
        this.tracer = tracing.tracer();
        this.traces = tracing.propagation().extractor(HttpHeaders::getFirst);
        this.problems = problems;
        this.meter = meter;
        this.accessLog = accessLog;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Call call = begin(exchange);
        AnswerHeaders.set(exchange);
        return chain.filter(exchange)
                .onErrorResume(failure -> answer(exchange, call, failure))
                .doFinally(signal -> end(exchange, call, signal));
    }

    private Call begin(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        Span span = tracer.nextSpan(traces.extract(request.getHeaders()));
        if (!span.isNoop()) {
            span.kind(Span.Kind.SERVER)
                    .name(ServedMethods.name(request.getMethod()))
                    .start();
        }
        Call call = new Call(span, System.nanoTime());
        call.attach(exchange);
        return call;
    }

    /** The writer drops all headers first: some may be a service's. */
    private Mono<Void> answer(ServerWebExchange exchange, Call call, Throwable failure) {
        exchange.getResponse().beforeCommit(() -> {
            AnswerHeaders.set(exchange);
            return Mono.empty();
        });
        return problems.write(exchange, failure, call.traceId());
    }

    private void end(ServerWebExchange exchange, Call call, SignalType signal) {
        long nanos = System.nanoTime() - call.startedNanos();
        int status = status(exchange, signal);
        String method = ServedMethods.name(exchange.getRequest().getMethod());
        meter.record(method, call.route(), status, nanos);
        accessLog.record(new AccessLine(
                method,
                exchange.getRequest().getURI().getRawPath(),
                status,
                nanos,
                call.route(),
                call.traceId(),
                call.callerId()));
        if (!call.span().isNoop()) {
            call.span().tag("http.status_code", Integer.toString(status));
            call.span().tag("http.route", call.route());
            call.span().finish();
        }
    }

    private static int status(ServerWebExchange exchange, SignalType signal) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        if (signal == SignalType.CANCEL) {
            return CLIENT_GONE;
        }
        return status == null ? 200 : status.value();
    }
}
