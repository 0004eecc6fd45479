package dev.slipway.web.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** The words for refusals that the framework decides, where only the status is known. */
public final class StatusCodes {
    private StatusCodes() {}

    /** Stable code word of a status, such as {@code method-not-allowed}. */
    public static String code(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "invalid-request";
            case UNAUTHORIZED -> "unauthenticated";
            case PAYLOAD_TOO_LARGE -> "too-large";
            case INTERNAL_SERVER_ERROR -> "internal-error";
            default -> status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        };
    }

    /** One sentence for a human. */
    public static String detail(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "The request is not well formed.";
            case UNAUTHORIZED -> "Sign in first: the call needs a valid bearer token.";
            case FORBIDDEN -> "The caller's role does not allow this call.";
            case NOT_FOUND -> "There is nothing here.";
            case METHOD_NOT_ALLOWED -> "The method is not allowed here.";
            case NOT_ACCEPTABLE -> "The answer can't be given in an accepted media type.";
            case PAYLOAD_TOO_LARGE -> "The request is too large.";
            case UNSUPPORTED_MEDIA_TYPE -> "The media type of the body is not supported here.";
            case TOO_MANY_REQUESTS -> "Too many requests; try again later.";
            case SERVICE_UNAVAILABLE -> "The service is not available at the moment; try again later.";
            case GATEWAY_TIMEOUT -> "The service did not answer in time.";
            case INTERNAL_SERVER_ERROR -> "Something went wrong here; the trace id finds it in the logs.";
            default -> status.getReasonPhrase() + ".";
        };
    }
}
