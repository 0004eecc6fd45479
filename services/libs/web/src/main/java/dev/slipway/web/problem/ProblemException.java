package dev.slipway.web.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A refusal that the client may see: becomes a problem answer with exactly these words. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<FieldProblem> errors;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            HttpStatus status, String code, String detail, List<FieldProblem> errors, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /**
     * @param code stable word that clients may branch on, such as {@code slot-taken}
     * @param detail one sentence for a human; nothing from inside (class, SQL, host)
     */
    public static ProblemException of(HttpStatus status, String code, String detail) {
        return new ProblemException(status, code, detail, List.of(), null);
    }

    /** 404, also for what belongs to someone else, so that ids can't be probed. */
    public static ProblemException notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, "not-found", detail);
    }

    public static ProblemException conflict(String code, String detail) {
        return of(HttpStatus.CONFLICT, code, detail);
    }

    public static ProblemException unprocessable(String code, String detail, List<FieldProblem> errors) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, code, detail, errors, null);
    }

    /** 400 for one field that bean validation can't judge alone. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "invalid-request",
                "The request has invalid fields.",
                List.of(new FieldProblem(field, message)),
                null);
    }

    /** @param retryAfter rounded up to whole seconds in the {@code Retry-After} header */
    public static ProblemException tooManyRequests(String code, String detail, Duration retryAfter) {
        return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, code, detail, List.of(), retryAfter);
    }

    /**
     * 503 that may be repeated.
     *
     * @param retryAfter rounded up to whole seconds in the {@code Retry-After} header
     */
    public static ProblemException unavailable(String code, String detail, Duration retryAfter) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, code, detail, List.of(), retryAfter);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
