package dev.slipway.order.appointment.web;

import dev.slipway.order.configuration.RemoteUnavailable;
import dev.slipway.web.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Another service is away: the client may try again, with the same key. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RemoteAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteAdvice.class);
    private static final String SECONDS = "2";

    private final Problems problems;

    RemoteAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> away(RemoteUnavailable away, HttpServletRequest request) {
        LOG.warn("{}: {}", away.getMessage(), String.valueOf(away.getCause()));
        ProblemDetail body = problems.problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "temporarily-unavailable",
                "A part of the platform does not answer at the moment. Nothing was changed; try again.",
                request.getRequestURI(),
                List.of());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
