package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.diff.Differences;
import dev.slipway.platform.diff.FieldChange;
import dev.slipway.platform.manifest.BroughtSecret;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.readiness.Readiness;
import dev.slipway.platform.secrets.Certified;
import dev.slipway.platform.secrets.DockerConfig;
import dev.slipway.platform.spec.HandMadeSecret.Form;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Secrets that somebody may bring, of an environment with claims: what else is in a Secret would stay with those. */
@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class BroughtSecretsClusterIT extends OnCluster {
    private static final BroughtSecret.Making SIGNED =
            new BroughtSecret.SelfSigned(List.of("api.example.com", "www.example.com"));

    private static final String AUTH =
            Base64.getEncoder().encodeToString("ann:hunter2".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private Manifests with(BroughtSecret.Making making) {
        var secret = new BroughtSecret(namespace, "api-tls", "api", Form.TLS, making);
        return new Manifests(namespace, namespace, sample().manifests(), sample().secrets(), List.of(secret));
    }

    private ObjectId id() {
        return new ObjectId("v1", "Secret", namespace, "api-tls");
    }

    private Secret live() {
        return foreign.secrets().inNamespace(namespace).withName("api-tls").get();
    }

    private static String text(Secret secret, String key) {
        return new String(Base64.getDecoder().decode(secret.getData().get(key)), StandardCharsets.UTF_8);
    }

    /** As an issuer does it; what is in it is nobody's business here. */
    private Secret bring() {
        return foreign.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("api-tls")
                        .withNamespace(namespace)
                        .addToLabels("controller.cert-manager.io/fao", "true")
                        .endMetadata()
                        .withType("kubernetes.io/tls")
                        .addToStringData("tls.crt", "theirs")
                        .addToStringData("tls.key", "theirs")
                        .build())
                .create();
    }

    private void makeNamespace() {
        foreign.resource(Sample.yaml("{apiVersion: v1, kind: Namespace, metadata: {name: " + namespace + "}}"))
                .create();
    }

    private Map<ObjectId, Readiness> status(Manifests manifests) throws InterruptedException {
        return new EnvironmentStatus(cluster, manifests, Clock.systemUTC(), events::add).look();
    }

    @Test
    void aCertificateIsMadeOnceAndToldInWordsAlone() throws InterruptedException, IOException {
        assertThat(apply(with(SIGNED))).isTrue();

        Secret made = live();
        assertThat(made.getType()).isEqualTo("kubernetes.io/tls");
        assertThat(Certified.read(text(made, "tls.crt")).orElseThrow().names())
                .containsExactlyInAnyOrder("api.example.com", "www.example.com");
        assertThat(events)
                .contains(
                        new ApplyEvent.Wrote(id(), Action.CREATE),
                        new ApplyEvent.Changed(
                                id(),
                                new Readiness.Ready("self-signed for api.example.com, www.example.com, for 365 days")));
        assertThat(events.toString())
                .doesNotContain("PRIVATE KEY", made.getData().get("tls.key"));
        long writes = TestCluster.running().writes(namespace);
        assertThat(apply(with(SIGNED))).isFalse();
        assertThat(TestCluster.running().writes(namespace)).isEqualTo(writes);
        assertThat(live()).isEqualTo(made);
        assertThat(status(with(SIGNED))).containsEntry(id(), Readiness.ready());
    }

    /** In a namespace of its own too, as that of an add-on. */
    @Test
    void aLoginIsMadeOnceAndToldByTheNameOfTheRegistryAlone() throws Exception {
        Path file = Files.writeString(
                folder.resolve("config.json"), "{\"auths\": {\"r.example.com\": {\"auth\": \"" + AUTH + "\"}}}");
        var login = DockerConfig.read(file).login("r.example.com", List.of("r.example.com/a:1"));
        String addon = namespace + "-addon";
        var all = new ArrayList<>(sample().manifests());
        all.add(new Manifest(
                Sample.yaml("{apiVersion: v1, kind: Namespace, metadata: {name: " + addon + "}}"), "addon", Set.of()));
        var brought = Stream.of(namespace, addon)
                .map(space -> new BroughtSecret(space, "pull", "api", Form.PULL, new BroughtSecret.ByHand()))
                .toList();
        var manifests = new Manifests(namespace, namespace, all, sample().secrets(), brought);

        assertThat(apply(manifests.with(login))).isTrue();
        assertThat(events.toString()).contains("login at r.example.com").doesNotContain(AUTH, "hunter2");
        for (String space : List.of(namespace, addon)) {
            Secret made = foreign.secrets().inNamespace(space).withName("pull").get();
            assertThat(made.getType()).isEqualTo("kubernetes.io/dockerconfigjson");
            assertThat(text(made, ".dockerconfigjson")).isEqualTo(login.content());
        }
        assertThat(foreign.configMaps().inNamespace(namespace).list().toString())
                .doesNotContain(AUTH);
        long writes = TestCluster.running().writes();
        assertThat(apply(manifests)).as("the file is needed once").isFalse();
        assertThat(apply(manifests.with(login))).isFalse();
        assertThat(TestCluster.running().writes()).isEqualTo(writes);
        remove(manifests);
        assertThat(foreign.secrets().inNamespace(addon).withName("pull").get()).isNull();
    }

    @Test
    void aPlanSaysWhatWouldBeInIt() throws InterruptedException {
        try (var apply =
                new EnvironmentApply(cluster, with(SIGNED), new SecureRandom(), Clock.systemUTC(), events::add)) {
            assertThat(apply.plan().changes())
                    .contains(new Change(
                            id(),
                            Action.CREATE,
                            List.of(
                                    new FieldChange(
                                            "data.tls.crt",
                                            "",
                                            "self-signed for api.example.com, www.example.com, for 365 days"),
                                    new FieldChange("data.tls.key", "", Differences.HIDDEN))));
        }
    }

    @Test
    void whatSomebodyHasBroughtStaysAsItIs() throws InterruptedException {
        makeNamespace();
        Secret theirs = bring();

        assertThat(apply(with(SIGNED))).isTrue();
        assertThat(apply(with(SIGNED))).isFalse();
        assertThat(status(with(SIGNED))).doesNotContainKey(id());
        assertThat(apply(sample())).isFalse();
        remove(with(SIGNED), "PersistentVolumeClaim");
        assertThat(live()).isEqualTo(theirs);
    }

    @Test
    void whatIsPutInThePlaceOfOursIsNotOurs() throws InterruptedException {
        apply(with(SIGNED));
        foreign.resource(live()).delete();
        Secret theirs = bring();

        assertThat(EnvironmentStatus.ready(status(with(SIGNED)))).isTrue();
        assertThat(apply(with(SIGNED))).isFalse();
        assertThat(apply(sample())).isFalse();
        remove(with(SIGNED));
        assertThat(live()).isEqualTo(theirs);
    }

    @Test
    void oneThatIsDeletedIsMadeAnew() throws InterruptedException {
        apply(with(SIGNED));
        Secret made = live();
        foreign.resource(made).delete();

        assertThat(apply(with(SIGNED))).isTrue();
        assertThat(live().getData().get("tls.crt")).isNotEqualTo(made.getData().get("tls.crt"));
    }

    @Test
    void ofOneThatIsMadeByHandNothingIsMissed() throws InterruptedException {
        assertThat(apply(with(new BroughtSecret.ByHand()))).isTrue();
        assertThat(live()).isNull();
        assertThat(apply(with(new BroughtSecret.ByHand()))).isFalse();
        assertThat(EnvironmentStatus.ready(status(with(new BroughtSecret.ByHand()))))
                .isTrue();
    }

    @Test
    void oursStaysWhereNoneWouldBeMadeAnyMore() throws InterruptedException {
        apply(with(SIGNED));
        Secret made = live();

        assertThat(apply(with(new BroughtSecret.ByHand()))).isFalse();
        assertThat(live()).isEqualTo(made);
    }

    @Test
    void oursGoesWithTheRestAlthoughDataStays() throws InterruptedException {
        apply(with(SIGNED));
        assertThat(apply(sample())).as("it is no longer described").isTrue();
        assertThat(live()).isNull();

        apply(with(SIGNED));
        remove(with(SIGNED));
        assertThat(live()).isNull();
        assertThat(exists("v1", "Secret", "db-secrets")).isTrue();
    }
}
