package dev.slipway.platform.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** Refusals in the words of whoever has to act on them. */
public final class Refusals {
    private static final int FORBIDDEN = 403;

    private Refusals() {}

    static Refusal read(int code, JsonNode answer) {
        var causes = new ArrayList<Refusal.Cause>();
        for (JsonNode cause : answer.path("details").path("causes")) {
            causes.add(new Refusal.Cause(
                    cause.path("reason").asText(),
                    cause.path("field").asText(),
                    cause.path("message").asText()));
        }
        return new Refusal(
                code,
                answer.path("reason").asText(),
                answer.path("message").asText("the API server answered " + code),
                causes);
    }

    /** What work on another thread has failed with, to be thrown by whoever waits for it. */
    public static RuntimeException from(ExecutionException failure) {
        return failure.getCause() instanceof RuntimeException known
                        && (known instanceof UserError || known instanceof Refusal)
                ? known
                : new IllegalStateException(failure.getCause());
    }

    /**
     * The error that ends a command.
     *
     * @param what that was to be done, e.g. {@code Deployment his-dev/gateway}
     */
    public static UserError explain(String what, Refusal refusal) {
        String message = String.valueOf(refusal.getMessage());
        if (!refusal.conflicts().isEmpty()) {
            return error(
                    what + ": fields belong to someone else: " + String.join("; ", refusal.conflicts()),
                    "describe the values that they have now, which both may have; or let the other one give them up: they are"
                            + " never taken by force",
                    ExitCode.REFUSED,
                    refusal);
        }
        if (refusal.anonymous()) {
            return error(
                    "the API server does not accept the credentials of this kubeconfig",
                    "renew them; --context chooses others",
                    ExitCode.REFUSED,
                    refusal);
        }
        if (refusal.terminating()) {
            return error(
                    what + ": its namespace is being deleted",
                    "wait until it is gone, then run this again",
                    ExitCode.REFUSED,
                    refusal);
        }
        return forbidden(what, message, refusal);
    }

    private static UserError forbidden(String what, String message, Refusal refusal) {
        if (refusal.quota()) {
            return error(
                    what + ": " + message,
                    "raise namespace.quota in platform.yaml, or ask for less",
                    ExitCode.FAILED,
                    refusal);
        }
        if (refusal.status() == FORBIDDEN) {
            return error(
                    what + ": not permitted: " + message, "ask for the right that is named", ExitCode.REFUSED, refusal);
        }
        if (refusal.immutable()) {
            return error(
                    what + ": a field that cannot be changed: " + fields(refusal),
                    "set it back, or delete the object by hand so that it is made anew",
                    ExitCode.FAILED,
                    refusal);
        }
        return error(what + ": " + message, "", ExitCode.FAILED, refusal);
    }

    /** Without the values, which may be whole pods. */
    private static String fields(Refusal refusal) {
        return refusal.causes().isEmpty()
                ? String.valueOf(refusal.getMessage())
                : refusal.causes().stream()
                        .map(cause ->
                                cause.field() + ": " + cause.message().replaceFirst("(?s)^Invalid value: .*: ", ""))
                        .collect(Collectors.joining("; "));
    }

    private static UserError error(String what, String fix, ExitCode exit, Refusal refusal) {
        return new UserError(what, fix, exit, refusal);
    }
}
