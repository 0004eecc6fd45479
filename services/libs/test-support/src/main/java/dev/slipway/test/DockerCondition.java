package dev.slipway.test;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Asks once a JVM whether an engine answers, and can run what Testcontainers itself needs. */
final class DockerCondition implements ExecutionCondition {

    private final BooleanSupplier engine;

    DockerCondition() {
        this(() -> DockerClientFactory.instance().isDockerAvailable());
    }

    DockerCondition(BooleanSupplier engine) {
        this.engine = engine;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> lacking = lacking();
        if (lacking.isEmpty()) {
            return ConditionEvaluationResult.enabled("a Docker engine answers");
        }
        String missing = "skipped " + context.getDisplayName() + ": " + lacking.get();
        System.err.println(missing);
        return ConditionEvaluationResult.disabled(missing);
    }

    /** In one line; empty when nothing is. */
    Optional<String> lacking() {
        try {
            return engine.getAsBoolean() ? Optional.empty() : Optional.of("it needs a Docker engine and none answers");
        } catch (RuntimeException unusable) {
            // An engine that answers and cannot pull, say: Testcontainers runs a container of its own, ryuk, before any
            // other.
            return Optional.of(
                    "it needs a Docker engine that runs Testcontainers' own container, and this one does not: "
                            + innermost(unusable));
        }
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
    }
}
