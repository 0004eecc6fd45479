package dev.slipway.gateway.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes problems as {@code application/problem+json} (RFC 9457, with {@code code} and {@code traceId}). */
public final class ProblemWriter {
    private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);
    private static final JsonFactory JSON = new JsonFactory();
    private static final Problem INTERNAL = Problem.of(HttpStatus.INTERNAL_SERVER_ERROR);

    /** Answers a failure; an unexpected one is logged with its stack, and only its trace id is told. */
    public Mono<Void> write(ServerWebExchange exchange, Throwable failure, String traceId) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        Problem problem = Failures.expected(failure);
        if (problem == null) {
            log.error("Unexpected failure, trace {}", traceId, failure);
            problem = INTERNAL;
        }
        return write(exchange, problem, traceId);
    }

    private Mono<Void> write(ServerWebExchange exchange, Problem problem, String traceId) {
        ServerHttpResponse response = exchange.getResponse();
        String instance = exchange.getRequest().getURI().getRawPath();
        byte[] body = body(problem, instance, traceId);
        response.setStatusCode(problem.status());
        clean(response.getHeaders());
        describe(response.getHeaders(), problem);
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return response.setComplete();
        }
        response.getHeaders().setContentLength(body.length);
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    /** What a service had already said of an answer that is not sent; what a browser needs to read this one stays. */
    private static void clean(HttpHeaders headers) {
        for (String name : headers.headerSet().stream().map(Map.Entry::getKey).toList()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.startsWith("access-control-") && !"vary".equals(lower) && !"allow".equals(lower)) {
                headers.remove(name);
            }
        }
    }

    private static void describe(HttpHeaders headers, Problem problem) {
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfter() != null) {
            long seconds = (problem.retryAfter().toMillis() + 999) / 1000;
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, seconds)));
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
    }

    private static String title(String code) {
        return Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('-', ' ');
    }

    static byte[] body(Problem problem, String instance, String traceId) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "urn:slipway:problem:" + problem.code());
            json.writeStringField("title", title(problem.code()));
            json.writeNumberField("status", problem.status().value());
            json.writeStringField("detail", problem.detail());
            json.writeStringField("instance", instance);
            json.writeStringField("code", problem.code());
            json.writeStringField("traceId", traceId);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
