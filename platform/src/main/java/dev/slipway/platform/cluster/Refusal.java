package dev.slipway.platform.cluster;

import java.util.List;

/** The API server answered, and did not do what was asked; its message never holds the value of a Secret. */
public final class Refusal extends RuntimeException {
    private final int status;
    private final String reason;
    private final List<Cause> causes;

    /**
     * One field that is in the way.
     *
     * @param message for a conflict it names the owner, e.g. {@code conflict with "kubectl" using v1}
     */
    public record Cause(String reason, String field, String message) {}

    Refusal(int status, String reason, String message, List<Cause> causes) {
        super(message);
        this.status = status;
        this.reason = reason;
        this.causes = List.copyOf(causes);
    }

    public int status() {
        return status;
    }

    /** Kubernetes' word for it, e.g. {@code AlreadyExists}. */
    public String reason() {
        return reason;
    }

    public List<Cause> causes() {
        return causes;
    }

    public boolean absent() {
        return status == 404;
    }

    /** Fields that another field manager owns, as {@code field: who}. */
    public List<String> conflicts() {
        return causes.stream()
                .filter(cause -> cause.reason().equals("FieldManagerConflict"))
                .map(cause -> cause.field() + ": " + cause.message())
                .toList();
    }

    /** Someone wrote the same object in between. */
    public boolean overtaken() {
        return status == 409 && conflicts().isEmpty();
    }

    public boolean terminating() {
        return status == 403
                && (causes.stream().anyMatch(cause -> cause.reason().equals("NamespaceTerminating"))
                        || String.valueOf(getMessage()).contains("is being terminated"));
    }

    /** Whoever asked was not known to the server: it takes one whose certificate it does not know for nobody. */
    public boolean anonymous() {
        return status == 401 || (status == 403 && String.valueOf(getMessage()).contains("User \"system:anonymous\""));
    }

    public boolean quota() {
        return status == 403 && String.valueOf(getMessage()).contains("exceeded quota");
    }

    /** Something is wrong with what was asked for, not with the server or what stands behind it. */
    public boolean deserved() {
        return status < 500;
    }

    /** A webhook that is never asked for a trial does not let one pass; it says nothing of the real thing. */
    public boolean untried() {
        return status == 400 && String.valueOf(getMessage()).contains("does not support dry run");
    }

    public boolean immutable() {
        return status == 422
                && String.valueOf(getMessage())
                        .matches("(?s).*(immutable|Forbidden: updates to|may not be changed|cannot change roleRef).*");
    }
}
