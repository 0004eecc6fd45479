package dev.slipway.platform.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.part.Checksum;
import dev.slipway.platform.report.UserError;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchesTests {
    private static Deployment edge(Manifests manifests) {
        return manifests.manifests().stream()
                .map(manifest -> manifest.object())
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .filter(deployment -> deployment.getMetadata().getName().equals("server-edge"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPatchMergesMappingsAndNamedEntriesAndRemovesWhatIsNull() {
        var deployment = edge(Golden.rendered());

        assertThat(deployment.getMetadata().getAnnotations()).containsEntry("team", "edge");
        assertThat(deployment.getSpec().getMinReadySeconds()).isNull();
        var container =
                deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
        assertThat(container.getImage()).isEqualTo("${REGISTRY}/server-edge:${TAG}");
        assertThat(container.getEnv())
                .filteredOn(variable -> variable.getName().matches("SLIPWAY_DRAIN|EXTRA"))
                .extracting(EnvVar::getValue)
                .containsExactly("9s", "1");
    }

    @Test
    void aPatchMayGiveANumberWhereATextWouldDoToo() {
        var patched = edge(Golden.rendered(
                text -> text.replace("minReadySeconds: null", "strategy: { rollingUpdate: { maxSurge: 3 } }")));

        assertThat(patched.getSpec().getStrategy().getRollingUpdate().getMaxSurge())
                .isEqualTo(new IntOrString(3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deployment/server-edge | Deployment/server-egde | the patch is not used: no object is called 'Deployment/server-egde'; did you mean 'Deployment/server-edge'?
            minReadySeconds: null  | minReadySecond: 5      | the patch does not fit Deployment/server-edge: Unrecognized field "minReadySecond"
            minReadySeconds: null  | replicas: many         | the patch does not fit Deployment/server-edge: Cannot deserialize value of type `java.lang.Integer`
            annotations: { team: edge } } | annotations: { team: edge } }¶      kind: StatefulSet | the patch makes another object of Deployment/server-edge
            annotations: { team: edge } } | name: other } | the patch makes another object of Deployment/server-edge
            """)
    void aPatchThatDoesNothingIsAnErrorWithItsLine(String patch, String broken, String what) {
        assertThatThrownBy(() -> Golden.rendered(text -> text.replace(patch, broken.replace("¶", "\n"))))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("platform.yaml:59:5: " + what);
    }

    /** An add-on has a namespace of its own, and with it a second policy of that name. */
    private static Manifests withTwoPolicies(String object) {
        return Golden.rendered(text -> text.replace(
                "patches:\n",
                "addons: { headlamp: {} }\npatches:\n  - object: " + object
                        + "\n    merge: { metadata: { annotations: { a: b } } }\n"));
    }

    private static List<String> annotated(Manifests manifests) {
        return manifests.objects().stream()
                .filter(object -> object.getMetadata().getAnnotations() != null
                        && object.getMetadata().getAnnotations().containsKey("a"))
                .map(object -> object.getMetadata().getNamespace())
                .toList();
    }

    @Test
    void anObjectOfSeveralNamespacesIsNamedWithItsOwn() {
        assertThat(annotated(withTwoPolicies("NetworkPolicy/headlamp/default-deny")))
                .containsExactly("headlamp");
        assertThat(annotated(withTwoPolicies("NetworkPolicy/golden/default-deny")))
                .containsExactly("${NAMESPACE}");
        assertThat(annotated(withTwoPolicies("NetworkPolicy/headlamp"))).containsExactly("headlamp");
        assertThatThrownBy(() -> withTwoPolicies("NetworkPolicy/default-deny"))
                .isInstanceOf(UserError.class)
                .hasMessage("platform.yaml:60:5: 'NetworkPolicy/default-deny' is the name of 2 objects, allowed:"
                        + " NetworkPolicy/golden/default-deny, NetworkPolicy/headlamp/default-deny");
    }

    @Test
    void aPatchedConfigMapIsANewFormOfThePodsThatUseItAndOfNoOthers() {
        var patched = Golden.rendered(text -> text.replace(
                "patches:\n", "patches:\n  - object: ConfigMap/service-settings\n    merge: { data: { EXTRA: x } }\n"));

        assertThat(checksum(edge(patched)))
                .isNotEqualTo(checksum(edge(Golden.rendered())))
                .hasSize(10);
        var unused = Golden.rendered(text -> text.replace(
                "patches:\n",
                "patches:\n  - object: ConfigMap/nacos-documents-cdf758f585\n    merge: { data: { note: x } }\n"));
        assertThat(checksum(edge(unused))).isEqualTo(checksum(edge(Golden.rendered())));
    }

    private static String checksum(Deployment deployment) {
        return deployment.getSpec().getTemplate().getMetadata().getAnnotations().getOrDefault(Checksum.ANNOTATION, "");
    }
}
