package dev.slipway.platform.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Written;
import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.HandMadeSecret.Form;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificatesTests {
    private static Manifests rendered(String cluster, String api) {
        return Rendering.of(
                Written.environment(cluster, "", "expose: { host: api.example.com, tls: certificate }" + api),
                new Variables("registry", "his", "1"),
                new Contents(new TreeMap<>()));
    }

    @Test
    void oneThatNobodyBringsSignsItself() {
        assertThat(rendered("", "").brought())
                .containsExactly(new BroughtSecret(
                        "his",
                        "certificate",
                        "api",
                        Form.TLS,
                        new BroughtSecret.SelfSigned(List.of("api.example.com"))));
    }

    /** Callers outside would be shown a certificate that they cannot check; and no key but these two is made. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            production: true | ''
            ''               | ', handMadeSecrets: { certificate: [ca.crt] }'
            """)
    void othersAreMadeByHand(String cluster, String api) {
        assertThat(rendered(cluster, api).brought()).singleElement().satisfies(secret -> assertThat(secret.making())
                .isEqualTo(new BroughtSecret.ByHand()));
    }

    @Test
    void itIsForAllHostsThatAreExposedWithIt() {
        var environment = Descriptions.parse("platform.yaml", """
                        apiVersion: slipway.dev/v1
                        kind: Environment
                        name: dev-ol
                        cluster: {}
                        namespace: { name: his }
                        services:
                          web: { entry: true, expose: { host: www.example.com, tls: both } }
                          api: { expose: { host: api.example.com, tls: both } }
                          more: { expose: { host: api.example.com, tls: both, path: /more } }
                          plain: { expose: { host: plain.example.com } }
                        """).orThrow();
        var manifests = Rendering.of(environment, new Variables("r", "his", "1"), new Contents(new TreeMap<>()));

        assertThat(manifests.brought())
                .extracting(BroughtSecret::making)
                .containsExactly(new BroughtSecret.SelfSigned(List.of("api.example.com", "www.example.com")));
    }

    @Test
    void theRenderedFileNamesItAndHoldsNothingOfIt() {
        assertThat(DeployFile.text(rendered("", "")))
                .contains("# Secrets of other types:\n#   his/certificate: kubernetes.io/tls\n")
                .doesNotContain("kind: Secret");
    }
}
