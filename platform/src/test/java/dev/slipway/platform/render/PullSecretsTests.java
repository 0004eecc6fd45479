package dev.slipway.platform.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Written;
import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import dev.slipway.platform.spec.HandMadeSecret.Form;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PullSecretsTests {
    private static Manifests rendered(Environment environment) {
        return Rendering.of(environment, new Variables("registry", "his", "1"), new Contents(new TreeMap<>()));
    }

    @Test
    void oneIsInEveryNamespaceWherePodsPull() {
        var environment = Descriptions.parse("platform.yaml", """
                        apiVersion: slipway.dev/v1
                        kind: Environment
                        name: dev-ol
                        cluster: { imagePullSecret: pull }
                        namespace: { name: his }
                        addons: { metrics-server: {}, ingress-nginx: {} }
                        services: { api: { entry: true } }
                        """).orThrow();

        assertThat(rendered(environment).brought())
                .allSatisfy(secret -> {
                    assertThat(secret.name()).isEqualTo("pull");
                    assertThat(secret.form()).isEqualTo(Form.PULL);
                    assertThat(secret.making()).isEqualTo(new BroughtSecret.ByHand());
                })
                .extracting(secret -> secret.namespace() + " of " + secret.component())
                .containsExactlyInAnyOrder(
                        "his of " + Manifest.FOUNDATION,
                        "ingress-nginx of ingress-nginx",
                        "metrics-server of metrics-server");
    }

    @Test
    void withoutANameThereIsNone() {
        assertThat(rendered(Written.environment("", "", "replicas: 1")).brought())
                .isEmpty();
    }

    @Test
    void whatIsGeneratedIsMadeOnce() {
        var manifests = rendered(Written.environment("imagePullSecret: api-secrets", "", "replicas: 1"));

        assertThat(manifests.secrets()).extracting(secret -> secret.name()).contains("api-secrets");
        assertThat(manifests.brought()).isEmpty();
    }
}
