package dev.slipway.platform.render.middleware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.platform.lint.Lint;
import dev.slipway.platform.manifest.GeneratedSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.manifest.Rotation;
import dev.slipway.platform.manifest.Rotations;
import dev.slipway.platform.render.SecretRotations;
import dev.slipway.platform.secrets.SecretName;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationJobsTests {
    private static Job job(String middleware, String server, Rotation.Phase phase) {
        Rotations rotations =
                SecretRotations.of(Servers.environment(middleware), Servers.VARIABLES, Servers.rendered(middleware));
        return rotations
                .jobs()
                .of(
                        server,
                        phase,
                        rotations.possible().stream()
                                .filter(rotation -> rotation.server().equals(server))
                                .toList());
    }

    private static Stream<Job> jobs(String middleware) {
        return Stream.of(Rotation.Phase.values()).flatMap(phase -> Stream.of("mysql", "redis", "mongodb", "rabbitmq")
                .map(server -> job(middleware, server, phase)));
    }

    private static Container container(Job job) {
        return job.getSpec().getTemplate().getSpec().getContainers().get(0);
    }

    /** Every key has its two others, as the Secrets have them meanwhile. */
    private static GeneratedSecret meanwhile(GeneratedSecret secret) {
        var keys = new HashMap<String, SecretName>();
        secret.keys().forEach((key, name) -> {
            var rotation = new Rotation(name, secret, key, "", List.of(), "");
            Stream.of(key, rotation.next(), rotation.previous()).forEach(each -> keys.put(each, name));
        });
        return new GeneratedSecret(secret.namespace(), secret.name(), secret.component(), keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {Servers.SINGLE, Servers.CLUSTERED})
    void theJobsKeepAllRulesAmongWhatIsRendered(String middleware) {
        Manifests rendered = Servers.rendered(middleware);
        Stream<Manifest> jobs = jobs(middleware).map(job -> new Manifest(job, Rotations.COMPONENT, Set.of()));
        var all = new Manifests(
                rendered.environment(),
                rendered.namespace(),
                Stream.concat(rendered.manifests().stream(), jobs).toList(),
                rendered.secrets().stream().map(RotationJobsTests::meanwhile).toList());

        assertThat(Lint.check(Servers.environment(middleware), all).findings())
                .filteredOn(finding -> finding.object().contains("rotat"))
                .isEmpty();
    }

    @Test
    void aJobIsTheClientOfItsServersOwnImageAndKnowsNamesAlone() {
        Job job = job(Servers.CLUSTERED, "mysql", Rotation.Phase.ACCEPT);

        assertThat(job.getMetadata().getName()).isEqualTo("rotate-mysql-accept");
        assertThat(container(job).getImage())
                .isEqualTo(Servers.main("mysql", Servers.CLUSTERED).getImage());
        assertThat(container(job).getCommand()).containsExactly("bash", "/etc/slipway/settings/rotate.sh");
        assertThat(container(job).getArgs())
                .containsExactly("accept", "mysql-password-cmn", "mysql-password-nacos", "mysql-replication-password");
        assertThat(jobs(Servers.CLUSTERED)).allSatisfy(each -> assertThat(
                        container(each).getEnv())
                .allSatisfy(variable -> assertThat(variable.getValueFrom()).isNull()));
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT, redis-password, redis-password.next", "RETIRE, redis-password.previous, redis-password"})
    void itIsGivenTheOldAndTheNewValueAsFiles(Rotation.Phase phase, String old, String fresh) {
        List<KeyToPath> files = job(Servers.SINGLE, "redis", phase)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getVolumes()
                .get(0)
                .getSecret()
                .getItems();

        assertThat(files)
                .extracting(KeyToPath::getKey, KeyToPath::getPath)
                .containsExactly(tuple(old, "old/redis-password"), tuple(fresh, "new/redis-password"));
    }

    @Test
    void everyMemberOfRedisAndEverySentinelIsTold() {
        Map<String, String> variables =
                Servers.variables(container(job(Servers.CLUSTERED, "redis", Rotation.Phase.ACCEPT)));

        assertThat(variables.get("MEMBERS")).contains("redis-0.", "redis-1.", "redis-2.");
        assertThat(variables).containsEntry("REDIS_PORT", "6379").containsEntry("SENTINEL_PORT", "26379");
        assertThat(Servers.variables(container(job(Servers.SINGLE, "redis", Rotation.Phase.ACCEPT))))
                .containsEntry("MEMBERS", "redis-0.redis-members.his.svc.cluster.local")
                .doesNotContainKey("SENTINEL_PORT");
    }

    @ParameterizedTest
    @CsvSource({"mysql, 3306", "redis, 26379", "mongodb, 27017", "rabbitmq, 25672"})
    void theWayToAServerIsOpenOnBothSides(String server, int port) {
        var out =
                Servers.one(NetworkPolicy.class, "rotation", Servers.CLUSTERED).getSpec();
        var in = Servers.one(NetworkPolicy.class, server, Servers.CLUSTERED).getSpec();

        assertThat(out.getIngress()).isEmpty();
        assertThat(out.getEgress())
                .filteredOn(rule -> rule.getTo().toString().contains("app.kubernetes.io/name=" + server))
                .flatExtracting(rule -> rule.getPorts().stream()
                        .map(each -> each.getPort().getIntVal())
                        .toList())
                .contains(port);
        assertThat(in.getIngress())
                .filteredOn(rule -> rule.getFrom().toString().contains("app.kubernetes.io/name=rotation"))
                .flatExtracting(rule -> rule.getPorts().stream()
                        .map(each -> each.getPort().getIntVal())
                        .toList())
                .contains(port);
    }

    @Test
    void whereAllServersAreSomebodyElsesThereIsNothingToReach() {
        String outside = """
                mysql: { outside: { host: db.example.com } }
                redis: { outside: { host: redis.example.com } }
                mongodb: { outside: { host: mongo.example.com } }
                rabbitmq: { outside: { host: rabbit.example.com } }
                nacos: { memory: 1Gi }
                """;

        assertThat(Servers.rendered(outside).manifests())
                .extracting(Manifest::object)
                .extracting(HasMetadata::getMetadata)
                .extracting(metadata -> metadata.getName())
                .doesNotContain("rotation");
    }
}
