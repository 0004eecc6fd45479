package dev.slipway.platform.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.manifest.Rotation;
import dev.slipway.platform.manifest.Rotations;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.secrets.SecretName;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretRotationsTests {
    private static final Variables VARIABLES = new Variables("registry", "his", "1");
    private static final String DESCRIPTION = """
            apiVersion: slipway.dev/v1
            kind: Environment
            name: example
            cluster: {}
            namespace: { name: his }
            middleware:
              mysql: { replicas: 2 }
              redis: {}
              mongodb: { replicas: 3 }
              rabbitmq: {}
              nacos: { needs: [mysql] }
              sentinel-dashboard: {}
            services:
              server-gateway: { entry: true, needs: [nacos, redis] }
              service-cmn: { needs: [nacos, mysql, redis], schema: cmn }
              service-user:
                needs: [nacos, mysql, rabbitmq, mongodb]
                schema: user
                secrets: [data-key, file-signing-key, operator-password, demonstration-key, clerk-password]
              hospital: { needs: [nacos], partner: true, secrets: [data-key] }
            """;

    private static Environment environment() {
        return Descriptions.parse("platform.yaml", DESCRIPTION).orThrow();
    }

    private static Manifests manifests() {
        return Rendering.of(environment(), VARIABLES, new Contents(new TreeMap<>()));
    }

    private static Rotations rotations() {
        return SecretRotations.of(environment(), VARIABLES, manifests());
    }

    private static Rotation rotation(String name) {
        return rotations().possible().stream()
                .filter(rotation -> rotation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> restarted(String name) {
        return rotation(name).workloads().stream()
                .map(Manifest::object)
                .map(object -> object.getMetadata().getName())
                .toList();
    }

    /** A new secret that nobody has thought about fails here. */
    @Test
    void ofEverySecretItIsSaidHowItIsRotatedOrWhyNot() {
        var all = manifests().secrets().stream()
                .map(GeneratedSecret::keys)
                .flatMap(keys -> keys.values().stream())
                .map(SecretName::name)
                .collect(Collectors.toSet());

        assertThat(Stream.concat(rotations().names().stream(), rotations().impossible().keySet().stream()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(rotations().impossible().values())
                .allSatisfy(why -> assertThat(why).isNotBlank());
        assertThat(rotations().names())
                .contains("mysql-password-cmn", "mysql-root-password", "redis-password", "file-signing-key")
                .contains("mongodb-password", "rabbitmq-password");
    }

    @Test
    void aServerThatIsToldHoldsBothAndGoesOn() {
        assertThat(rotation("mysql-password-cmn").home().name()).isEqualTo("mysql-secrets");
        assertThat(rotation("mysql-password-cmn").server()).isEqualTo("mysql");
        assertThat(restarted("mysql-password-cmn")).containsExactly("service-cmn");
        assertThat(restarted("redis-password")).containsExactly("server-gateway", "service-cmn");
        assertThat(restarted("mysql-password-nacos")).containsExactly("nacos");
        assertThat(restarted("mysql-replication-password")).containsExactly("mysql-replica");
    }

    @Test
    void whoReadsItAtAStartStartsAnew() {
        assertThat(restarted("mysql-root-password")).containsExactly("mysql", "mysql-replica");
        assertThat(rotation("mysql-root-password").server()).isEmpty();
        assertThat(rotation("mysql-root-password").effect()).contains("MySQL");
        assertThat(restarted("sentinel-dashboard-password")).containsExactly("sentinel-dashboard");
        assertThat(rotation("sentinel-dashboard-password").next()).isEqualTo("auth.password.next");
    }

    @Test
    void aServerThatKnowsOnePasswordAtATimeIsSaidToBeOne() {
        assertThat(rotation("mongodb-password").effect()).contains("one password at a time");
        assertThat(rotation("rabbitmq-password").effect()).contains("one password at a time");
        assertThat(rotation("redis-password").effect()).isEmpty();
    }

    @Test
    void aNameThatIsNoneIsAnErrorWithTheNearestOne() {
        assertThatThrownBy(() -> rotations().require(List.of("redis-pasword")))
                .isInstanceOfSatisfying(UserError.class, error -> {
                    assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
                    assertThat(error.what()).contains("mysql-password-cmn");
                    assertThat(error.fix()).isEqualTo("did you mean 'redis-password'?");
                });
    }

    @Test
    void whatCannotBeRotatedIsRefusedWithTheReason() {
        assertThatThrownBy(() -> rotations().require(List.of("data-key")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("encrypted with it");
    }
}
