package dev.slipway.bench.kill;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs only with {@code -Dslipway.stack.tests=true}; says so otherwise. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EnabledWhenAskedFor.Condition.class)
@interface EnabledWhenAskedFor {
    /** Looks at the property. */
    final class Condition implements ExecutionCondition {
        private static final String PROPERTY = "slipway.stack.tests";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Boolean.getBoolean(PROPERTY)) {
                return ConditionEvaluationResult.enabled("asked for");
            }
            String reason = "skipped " + context.getDisplayName() + ": it takes the whole stack and many minutes; -D"
                    + PROPERTY + "=true runs it";
            System.err.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
