package dev.slipway.platform.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String DESCRIPTION = """
            apiVersion: slipway.dev/v1
            kind: Environment
            name: example
            cluster: { storageClass: fast }
            namespace: { name: his }
            addons:
              metrics-server: { verifyKubelets: false }
            middleware:
              mysql: { storage: 20Gi, memory: 1Gi }
            services:
              service-cmn:
                needs: [mysql]
                schema: cmn
                placement:
                  tolerations:
                    - { key: spot }
              server-gateway: { entry: true, drain: 1500ms }
            patches:
              - object: Deployment/service-cmn
                merge: { spec: { paused: true, minReadySeconds: null } }
            """;

    private static Meanings meanings() throws IOException {
        return Meanings.of(Files.readString(HOME.resolve("deploy/schema/platform.schema.json")));
    }

    private static List<Explained> explained(String path) throws IOException {
        return Explanation.of(Descriptions.parse("t.yaml", DESCRIPTION), meanings(), path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            middleware.mysql.storage              | 20Gi   | t.yaml:9  | the volume of each member
            services.service-cmn.memory           | 640Mi  | default   | what it may use as a whole; of a pod 45 % are for the heap, and up to 256Mi for classes and compiled code
            middleware.mysql.storageClass         | fast   | derived from cluster.storageClass | the cluster's when left out
            middleware.mysql.port                 | 3306   | default   | what clients connect to; the usual one of its kind when left out, which the local environment may not
            middleware.mysql.image                | docker.io/library/mysql:8.4.6 | default | in the place of the pinned one
            middleware.mysql.digest               | ''     | left out  | of that image, checked when it is pulled
            profile                               | example | derived from name | the Spring profile of its services; its name when left out
            middleware.mysql.placement.priority   | example-middleware | derived from name | name of a PriorityClass; `<env>-middleware` and `<env>-services` are made, and used unless another is named
            addons.metrics-server.namespace       | metrics-server | default | of its objects, which nothing else lives in; each kind has its own
            addons.metrics-server.image           | registry.k8s.io/metrics-server/metrics-server:v0.8.0 | default | in the place of the pinned one
            services.service-cmn.image            | ${REGISTRY}/service-cmn:${TAG} | derived from the name | in the place of `${REGISTRY}/<name>:${TAG}`
            services.service-cmn.module           | services/service-cmn | derived from the name | directory of its Maven module; `services/<name>` when left out
            middleware.mysql.resources.cpuLimit   | 2      | default   | what it may use when others leave it; starting a JVM takes much more than running it
            services.service-cmn.needs            | mysql  | t.yaml:12 | middleware and services that have to be ready before it starts; its secrets follow from the middleware
            services.service-cmn.placement.tolerations.0.key | spot | t.yaml:16 | of the taint
            services.service-cmn.placement.apart  | preferred | default | how strictly the pods of this component are kept from sharing a node
            services.service-cmn.start            | 180s   | default   | how long a start may take before it is given up
            services.server-gateway.drain         | 1500ms | t.yaml:17 | how long its callers take to notice that it has left the registry
            cluster.routing                       | ingress | default  | how callers from outside come in
            addons.metrics-server.serviceType     | load-balancer | default | how callers from outside reach a controller that lets them in
            """)
    void aValueHasItsOriginAndItsMeaning(String path, String value, String from, String meaning) throws IOException {
        assertThat(explained(path)).containsExactly(new Explained(path, value, from, meaning));
    }

    @Test
    void aComponentIsShownWithItsPatches() throws IOException {
        assertThat(explained("services.service-cmn"))
                .contains(new Explained(
                        "services.service-cmn.replicas", "1", "default", "number of pods; without `autoscale` only"))
                .endsWith(
                        new Explained(
                                "Deployment/service-cmn spec.paused",
                                "true",
                                "patch t.yaml:19",
                                "laid over the rendered object"),
                        new Explained(
                                "Deployment/service-cmn spec.minReadySeconds",
                                "removed",
                                "patch t.yaml:19",
                                "laid over the rendered object"))
                .noneMatch(value -> value.path().startsWith("services.server-gateway"));
    }

    @Test
    void withoutAPathEverythingIsShown() throws IOException {
        assertThat(explained(""))
                .extracting(Explained::path)
                .contains("name", "patches.0.object")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "services.service-cm, did you mean 'services.service-cmn'?",
        "middleware.mysql.storag, did you mean 'middleware.mysql.storage'?",
        "something.else.altogether, without a path everything is explained"
    })
    void anUnknownPathIsAnErrorWithTheNearestOne(String path, String fix) {
        assertThatThrownBy(() -> explained(path)).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(error.what()).isEqualTo("the description has nothing called '" + path + "'");
            assertThat(error.fix()).isEqualTo(fix);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev-ol", "prod-ol"})
    void everyValueOfACommittedEnvironmentHasAMeaning(String name) throws IOException {
        var document = Descriptions.document(new Workspace(HOME, HOME.resolve(".slipway")), name);

        assertThat(Explanation.of(document, meanings(), ""))
                .hasSizeGreaterThan(300)
                .allSatisfy(value -> assertThat(value.meaning()).isNotEmpty());
    }
}
