package dev.slipway.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretPlanTests {
    private static final String OWN = "data-key-hospital";
    private static final Environment ENVIRONMENT =
            Descriptions.parse("platform.yaml", """
                    apiVersion: slipway.dev/v1
                    kind: Environment
                    name: example
                    middleware:
                      nacos: { port: 8848 }
                    services:
                      gateway: { port: 8080, entry: true, needs: [nacos], secrets: [data-key] }
                      hospital: { port: 9999, needs: [nacos], partner: true, secrets: [data-key, demonstration-key] }
                    """).orThrow();

    @TempDir
    Path directory;

    private static Map<String, String> filesOf(String service) {
        return SecretPlan.filesOf(
                service, Objects.requireNonNull(ENVIRONMENT.services().get(service)));
    }

    private SecretsFile file() {
        return new SecretsFile(directory.resolve("secrets.yaml"), new SecureRandom());
    }

    @Test
    void aPartnerKnowsNeitherIdentitiesNorThePlatformsDataKey() {
        assertThat(filesOf("hospital"))
                .containsOnlyKeys("nacos-password", "data-key", "demonstration-key")
                .containsEntry("data-key", OWN)
                .containsEntry("demonstration-key", "demonstration-key");
        assertThat(filesOf("gateway"))
                .containsEntry("identity-key", "identity-key")
                .containsEntry("data-key", "data-key");
    }

    @Test
    void itsDataKeyIsAValueOfItsOwn() throws IOException {
        Secrets secrets = file().ensure(SecretPlan.names(ENVIRONMENT));

        assertThat(secrets.value(OWN)).hasSameSizeAs(secrets.value("data-key")).isNotEqualTo(secrets.value("data-key"));
    }

    @Test
    void oneThatJoinsLaterHasItsOwnToo() throws IOException {
        Secrets before = file().ensure(List.of(SecretName.key("data-key"), SecretName.key("data-key-laboratory")));

        Secrets after = file().ensure(SecretPlan.names(ENVIRONMENT));

        assertThat(before.values()).doesNotContainValue(after.value(OWN));
    }

    @Test
    void onAStackFromBeforeWhatIsStoredStaysReadable() throws IOException {
        Secrets before = file().ensure(List.of(SecretName.key("identity-key"), SecretName.key("data-key")));

        Secrets after = file().ensure(SecretPlan.names(ENVIRONMENT));

        assertThat(after.value(OWN)).isEqualTo(before.value("data-key"));
        assertThat(file().read().value(OWN)).isEqualTo(before.value("data-key"));
    }
}
