package dev.slipway.hospital.failure.web;

import dev.slipway.hospital.failure.Failure;
import dev.slipway.hospital.failure.Failure.Mode;
import dev.slipway.hospital.failure.FailureSwitches;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Delays, drops and repeats answers to signed calls; what a failure changes in an answer is up to the call itself. */
final class FailingCalls extends OncePerRequestFilter {
    private static final Set<Mode> MODES =
            EnumSet.of(Mode.LATE_ANSWER, Mode.LATE_START, Mode.DROP, Mode.LOSE_ANSWER, Mode.ANSWER_TWICE);

    private final FailureSwitches failures;

    FailingCalls(FailureSwitches failures) {
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String[] steps = request.getRequestURI().split("/", -1); // "", api, hospitals, code, orders
        boolean submission = request.getMethod().equals("POST") && steps.length == 5;
        Optional<Failure> failure = steps.length < 5 ? Optional.empty() : failures.hit(steps[3], submission, MODES);
        if (failure.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            fail(failure.get(), request, response, chain);
        }
    }

    private static void fail(
            Failure failure, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (failure.mode()) {
            case DROP -> DroppableConnections.drop(request);
            case LOSE_ANSWER -> {
                DroppableConnections.drop(request);
                chain.doFilter(request, response);
            }
            case LATE_START -> {
                pause(failure.delay());
                chain.doFilter(request, response);
            }
            case LATE_ANSWER -> {
                var held = new ContentCachingResponseWrapper(response);
                chain.doFilter(request, held);
                pause(failure.delay());
                held.copyBodyToResponse();
            }
            case ANSWER_TWICE -> {
                var held = new ContentCachingResponseWrapper(response);
                chain.doFilter(request, held);
                held.getOutputStream().write(held.getContentAsByteArray());
                held.copyBodyToResponse();
            }
            case REJECT, WRONG_SEQUENCE -> throw new IllegalStateException("Up to the call itself: " + failure);
        }
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
