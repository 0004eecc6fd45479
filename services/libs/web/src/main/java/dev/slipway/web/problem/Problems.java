package dev.slipway.web.problem;

import dev.slipway.web.trace.TraceIds;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** The one factory of problem bodies (RFC 9457): type, title, status, detail, instance, code, traceId, errors. */
public final class Problems {
    private final TraceIds traceIds;

    public Problems(TraceIds traceIds) {
        this.traceIds = traceIds;
    }

    /** @param instance path of the request, as the client sent it; null when it is not known */
    public ProblemDetail problem(
            HttpStatusCode status, String code, String detail, @Nullable String instance, List<FieldProblem> errors) {
        return problem(status, code, detail, instance, errors, traceIds.current());
    }

    /** A refusal in the common words for its status, answered outside of the request's trace. */
    ProblemDetail refusal(HttpStatus status, @Nullable String instance, String traceId) {
        return problem(status, StatusCodes.code(status), StatusCodes.detail(status), instance, List.of(), traceId);
    }

    private static ProblemDetail problem(
            HttpStatusCode status,
            String code,
            String detail,
            @Nullable String instance,
            List<FieldProblem> errors,
            String traceId) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("urn:slipway:problem:" + code));
        body.setTitle(title(code));
        if (instance != null) {
            body.setInstance(path(instance));
        }
        body.setProperty("code", code);
        body.setProperty("traceId", traceId);
        if (!errors.isEmpty()) {
            body.setProperty("errors", errors);
        }
        return body;
    }

    private static String title(String code) {
        String words = code.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static @Nullable URI path(String instance) {
        try {
            return URI.create(instance);
        } catch (IllegalArgumentException notAUri) {
            return null;
        }
    }
}
