package dev.slipway.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.slipway.test.canary.ControllerCanary;
import dev.slipway.test.canary.FieldCanary;
import dev.slipway.test.canary.InstantCanary;
import dev.slipway.test.canary.RandomCanary;
import dev.slipway.test.canary.SqlCanary;
import dev.slipway.test.canary.UuidCanary;
import dev.slipway.test.canary.ValueCanary;
import dev.slipway.test.canary.impl.LayerCanary;
import dev.slipway.test.canary.left.LeftCanary;
import dev.slipway.test.canary.right.RightCanary;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTests {

    static Stream<Arguments> canaries() {
        return Stream.of(
                Arguments.of(ArchitectureRules.NO_PACKAGES_BY_LAYER, List.of(LayerCanary.class)),
                Arguments.of(ArchitectureRules.CONTROLLERS_IN_WEB, List.of(ControllerCanary.class)),
                Arguments.of(ArchitectureRules.SQL_IN_JDBC, List.of(SqlCanary.class)),
                Arguments.of(ArchitectureRules.NO_FIELD_INJECTION, List.of(FieldCanary.class)),
                Arguments.of(ArchitectureRules.NO_VALUE_ANNOTATION, List.of(ValueCanary.class)),
                Arguments.of(ArchitectureRules.NO_HIDDEN_TIME_OR_CHANCE, List.of(InstantCanary.class)),
                Arguments.of(ArchitectureRules.NO_HIDDEN_TIME_OR_CHANCE, List.of(RandomCanary.class)),
                Arguments.of(ArchitectureRules.NO_HIDDEN_TIME_OR_CHANCE, List.of(UuidCanary.class)),
                Arguments.of(ArchitectureRules.NO_CYCLES, List.of(LeftCanary.class, RightCanary.class)));
    }

    static Stream<ArchRule> rules() {
        return canaries().map(canary -> (ArchRule) canary.get()[0]).distinct();
    }

    @ParameterizedTest
    @MethodSource("canaries")
    void finds(ArchRule rule, List<Class<?>> canary) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(canary)).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void letsProperCodePass(ArchRule rule) {
        assertThat(rule.evaluate(new ClassFileImporter().importPackages("dev.slipway.test.canary.proper"))
                        .getFailureReport()
                        .getDetails())
                .isEmpty();
    }
}
