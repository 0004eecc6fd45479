package dev.slipway.gateway.problem;

import dev.slipway.web.problem.StatusCodes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One failure as the caller is told it.
 *
 * @param code stable word, part of the HTTP contract
 * @param detail a sentence for people; never anything from inside
 * @param retryAfter sent as {@code Retry-After}, in whole seconds rounded up
 */
public record Problem(
        HttpStatus status,
        String code,
        String detail,
        @Nullable Duration retryAfter) {
    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, null);
    }

    /** In the words every service uses for this status. */
    public static Problem of(HttpStatus status) {
        return of(status, StatusCodes.code(status), StatusCodes.detail(status));
    }

    public static Problem notFound() {
        return of(HttpStatus.NOT_FOUND);
    }

    public Problem after(Duration wait) {
        return new Problem(status, code, detail, wait);
    }

    /** This problem as something to throw. */
    public Refusal refusal() {
        return new Refusal(this);
    }
}
