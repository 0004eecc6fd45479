package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.report.UserError;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationChecksTests {
    private static List<Manifest> nacos(String strategy) {
        return List.of(new Manifest(Sample.yaml("""
                {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: nacos, namespace: his},
                 spec: {updateStrategy: %s}}
                """.formatted(strategy)), "nacos", Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{type: OnDelete}", "{type: RollingUpdate, rollingUpdate: {partition: 1}}"})
    void podsThatNobodyStartsAnewAreRefused(String strategy) {
        assertThatThrownBy(() -> RotationChecks.replaced(nacos(strategy)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("StatefulSet his/nacos does not start anew by itself");
    }

    @Test
    void podsThatAreReplacedByThemselvesAreNot() {
        assertThatCode(() -> RotationChecks.replaced(nacos("{type: RollingUpdate, rollingUpdate: {partition: 0}}")))
                .doesNotThrowAnyException();
    }
}
