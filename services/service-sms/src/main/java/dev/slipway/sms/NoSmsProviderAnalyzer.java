package dev.slipway.sms;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is to be brought instead of showing a stack trace. */
final class NoSmsProviderAnalyzer extends AbstractFailureAnalyzer<NoSmsProvider> {
    @Override
    protected FailureAnalysis analyze(Throwable root, NoSmsProvider cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Add a bean of the type SmsProvider to service-sms; docs/messaging.md says how.",
                cause);
    }
}
