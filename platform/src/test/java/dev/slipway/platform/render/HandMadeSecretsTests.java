package dev.slipway.platform.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Written;
import dev.slipway.platform.lint.Subject;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A service that is given what nobody but a person can make. */
class HandMadeSecretsTests {
    private static Manifests rendered(String api) {
        return Rendering.of(
                Written.environment("", "redis: {}", api),
                new Variables("registry", "his", "1"),
                new Contents(new TreeMap<>()));
    }

    private static Volume secrets(Manifests manifests) {
        return manifests.objects().stream()
                .filter(object -> object.getMetadata().getName().equals("api"))
                .flatMap(object -> new Subject(object).template().stream())
                .flatMap(template -> template.getSpec().getVolumes().stream())
                .filter(volume -> volume.getName().equals("secrets"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachKeyIsAFileBesideTheGeneratedOnes() {
        var manifests =
                rendered("needs: [redis], handMadeSecrets: { carrier: [carrier-user, carrier-key], other: [token] }");

        assertThat(secrets(manifests).getProjected().getSources())
                .extracting(source -> source.getSecret().getName()
                        + source.getSecret().getItems().stream()
                                .map(item -> " " + item.getKey() + " as " + item.getPath())
                                .toList())
                .containsExactly(
                        "api-secrets[]",
                        "carrier[ carrier-key as carrier-key,  carrier-user as carrier-user]",
                        "other[ token as token]");
        assertThat(secrets(manifests).getProjected().getDefaultMode()).isEqualTo(0440);
        assertThat(manifests.secrets())
                .flatExtracting(secret -> secret.keys().keySet())
                .doesNotContain("carrier-key", "token");
    }

    @Test
    void aPartnerMayHaveAnIdentityKeyOfItsOwnMaking() {
        var manifests = rendered("needs: [redis], partner: true, handMadeSecrets: { house: [identity-key] }");

        assertThat(secrets(manifests).getProjected().getSources())
                .extracting(source -> source.getSecret().getName())
                .containsExactly("api-secrets", "house");
    }
}
