package dev.slipway.gateway.problem;

/** Told of each call that the server answers itself, before any filter has seen it. */
@FunctionalInterface
public interface UnseenCalls {
    void answered(int status, String traceId);
}
