package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.report.UserError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemovalOrderTests {
    private static final ObjectId DB = new ObjectId("apps/v1", "StatefulSet", "n", "db");
    private static final ObjectId DB_SECRETS = new ObjectId("v1", "Secret", "n", "db-secrets");
    private static final ObjectId API = new ObjectId("apps/v1", "Deployment", "n", "api");
    private static final ObjectId MAP = new ObjectId("v1", "ConfigMap", "n", "api");
    private static final ObjectId QUOTA = new ObjectId("v1", "ResourceQuota", "n", "quota");
    private static final ObjectId OLD = new ObjectId("networking.k8s.io/v1", "Ingress", "n", "old");
    private static final ObjectId CLAIM = new ObjectId("v1", "PersistentVolumeClaim", "n", "data-db-0");
    private static final ObjectId VOLUME = new ObjectId("v1", "PersistentVolume", "", "pvc-1");
    private static final ObjectId NAMESPACE = new ObjectId("v1", "Namespace", "", "n");

    private static final RemovalOrder ORDER = new RemovalOrder(Sample.environment(
            "n", "", "{apiVersion: v1, kind: ResourceQuota, metadata: {name: quota, namespace: n}}"));

    @Test
    void theOrderOfAnApplyIsTurnedRound() {
        assertThat(ORDER.waves(List.of(CLAIM, QUOTA, DB_SECRETS, MAP, DB, API, OLD), Map.of()))
                .containsExactly(
                        List.of(OLD),
                        List.of(API),
                        List.of(MAP),
                        List.of(DB),
                        List.of(CLAIM),
                        List.of(DB_SECRETS),
                        List.of(QUOTA));
    }

    @Test
    void aClaimGoesWithItsVolumeBeforeWhatMakesVolumes() {
        var maker = Sample.yaml("{apiVersion: apps/v1, kind: Deployment, metadata: {name: maker, namespace: storage}}");
        var set = Sample.yaml("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, namespace: n}}");
        var order = new RemovalOrder(new Manifests(
                "e",
                "n",
                List.of(new Manifest(maker, "maker", Set.of()), new Manifest(set, "db", Set.of("maker"))),
                List.of()));
        assertThat(order.waves(List.of(ObjectId.of(maker), VOLUME, CLAIM, DB), Map.of(VOLUME, "n")))
                .containsExactly(List.of(DB), List.of(CLAIM), List.of(VOLUME), List.of(ObjectId.of(maker)));
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        assertThat(ORDER.waves(List.of(OLD, API, DB, MAP, DB_SECRETS, QUOTA), Map.of()))
                .isEqualTo(ORDER.waves(List.of(QUOTA, DB_SECRETS, MAP, DB, API, OLD), Map.of()));
    }

    private static Map<ObjectId, Action> decided(Stream<ObjectId> live, String... named) {
        return decided(live.collect(Collectors.toMap(Function.identity(), id -> tree(""))), named);
    }

    private static ObjectNode tree(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static Map<ObjectId, Action> decided(Map<ObjectId, ObjectNode> live, String... named) {
        return Removal.decide(live, Set.of(named)).stream().collect(Collectors.toMap(Change::id, Change::action));
    }

    @Test
    void dataStaysWithItsPasswords() {
        assertThat(decided(Stream.of(DB, DB_SECRETS, CLAIM, NAMESPACE)))
                .isEqualTo(Map.of(
                        DB, Action.DELETE,
                        DB_SECRETS, Action.KEEP,
                        CLAIM, Action.KEEP,
                        NAMESPACE, Action.KEEP));
    }

    @Test
    void passwordsOfNothingGo() {
        assertThat(decided(Stream.of(DB, DB_SECRETS, NAMESPACE)).get(DB_SECRETS))
                .isEqualTo(Action.DELETE);
        assertThat(decided(Stream.of(DB_SECRETS, CLAIM), "PersistentVolumeClaim")
                        .get(DB_SECRETS))
                .isEqualTo(Action.DELETE);
    }

    /** No data was made with a certificate, or with a login at a registry. */
    @ParameterizedTest
    @ValueSource(strings = {"kubernetes.io/tls", "kubernetes.io/dockerconfigjson"})
    void whatNoDataWasMadeWithGoes(String type) {
        assertThat(decided(Map.of(DB_SECRETS, tree(type), CLAIM, tree(""))))
                .isEqualTo(Map.of(DB_SECRETS, Action.DELETE, CLAIM, Action.KEEP));
    }

    @Test
    void aNamespaceGoesOnlyTogetherWithTheClaimsInIt() {
        assertThatThrownBy(() -> decided(Stream.of(CLAIM, NAMESPACE), "Namespace"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("PersistentVolumeClaim n/data-db-0");
        assertThat(decided(Stream.of(CLAIM, NAMESPACE), "Namespace", "PersistentVolumeClaim"))
                .isEqualTo(Stream.of(CLAIM, NAMESPACE)
                        .collect(Collectors.toMap(Function.identity(), id -> Action.DELETE)));
    }
}
