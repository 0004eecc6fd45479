package dev.slipway.test;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Asks once a JVM whether an engine answers. */
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
        if (engine.getAsBoolean()) {
            return ConditionEvaluationResult.enabled("a Docker engine answers");
        }
        String missing = "skipped " + context.getDisplayName() + ": it needs a Docker engine and none answers";
        System.err.println(missing);
        return ConditionEvaluationResult.disabled(missing);
    }
}
