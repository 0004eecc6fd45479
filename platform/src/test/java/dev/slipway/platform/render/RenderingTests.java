package dev.slipway.platform.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.spec.Descriptions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingTests {
    private static Manifests rendered(String parts) {
        var environment = Descriptions.parse("platform.yaml", """
                apiVersion: slipway.dev/v1
                kind: Environment
                name: example
                cluster: {}
                namespace: { name: his }
                """ + parts).orThrow();
        return Rendering.of(environment, new Variables("registry", "his", "1"), new Contents(new TreeMap<>()));
    }

    /** Two environments of one cluster share its add-ons, which are then those of a third. */
    @ParameterizedTest
    @ValueSource(strings = {"", "addons: { metrics-server: {} }", "middleware: { mysql: {}, nacos: {} }"})
    void anEnvironmentNeedsNoServices(String parts) {
        assertThat(rendered(parts).objects()).extracting(HasMetadata::getKind).contains("Namespace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"configuration", "rotation", "default-deny", "mysql-members"})
    void aServiceTakesNoObjectOfAnotherComponent(String name) {
        String parts =
                "middleware: { mysql: {}, nacos: {} }\nservices: { " + name + ": { entry: true, needs: [nacos] } }";

        assertThatThrownBy(() -> rendered(parts))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("two components have an object")
                .hasMessageContaining("/" + name + "'");
    }

    /** A deadline that is over before a pod counts as available is refused. */
    @Test
    void aRolloutHasTimeForItsPodsToBeAvailable() {
        var deployment =
                rendered("services: { web: { entry: true, start: 1m, rollout: { minReady: 1h } } }").objects().stream()
                        .filter(Deployment.class::isInstance)
                        .map(Deployment.class::cast)
                        .findFirst()
                        .orElseThrow();

        assertThat(deployment.getSpec().getMinReadySeconds()).isEqualTo(3600);
        assertThat(deployment.getSpec().getProgressDeadlineSeconds()).isEqualTo(3720);
    }
}
