package dev.slipway.security.secret;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do about an unusable secret instead of showing a stack trace. */
final class UnusableSecretAnalyzer extends AbstractFailureAnalyzer<UnusableSecret> {
    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableSecret cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Put a generated value into that file; `slipway up` does so by itself, in a cluster it is the mounted Secret.",
                cause);
    }
}
