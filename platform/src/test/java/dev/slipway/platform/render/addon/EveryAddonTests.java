package dev.slipway.platform.render.addon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.lint.Finding;
import dev.slipway.platform.lint.Lint;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.spec.AddonKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EveryAddonTests {
    /** Of the add-on alone: what the rest of this small description lacks is another's subject. */
    private static List<Finding> findings(AddonKind kind, List<Finding> all) {
        var names = Addons.of(kind, Addons.plain(kind)).stream()
                .map(manifest -> manifest.object().getKind() + "/"
                        + manifest.object().getMetadata().getName())
                .toList();
        return all.stream().filter(finding -> names.contains(finding.object())).toList();
    }

    private static Stream<String> exceptions(HasMetadata object) {
        Map<String, String> annotations =
                Objects.requireNonNullElse(object.getMetadata().getAnnotations(), Map.of());
        return annotations.keySet().stream()
                .filter(key -> key.startsWith(Manifest.EXCEPTION))
                .map(key -> key.substring(Manifest.EXCEPTION.length()));
    }

    @ParameterizedTest
    @EnumSource
    void noRuleIsBrokenAndNoExceptionIsUnused(AddonKind kind) {
        var replicated = List.of(
                AddonKind.METRICS_SERVER, AddonKind.INGRESS_NGINX, AddonKind.GATEWAY_CONTROLLER, AddonKind.NFS_CSI);
        String addon = replicated.contains(kind)
                ? Addons.plain(kind)
                        .replace("{", "{ replicas: 2,")
                        .replace(", }", " }")
                        .replace(",}", " }")
                : Addons.plain(kind);
        var environment = Addons.environment(addon);
        var result = Lint.check(environment, Addons.rendered(environment));

        assertThat(findings(kind, result.findings())).isEmpty();
        var used = findings(kind, result.waived()).stream()
                .map(finding -> finding.object() + " " + finding.rule())
                .toList();
        assertThat(Addons.of(kind, addon).stream().map(Manifest::object).flatMap(object -> exceptions(object)
                        .map(rule ->
                                object.getKind() + "/" + object.getMetadata().getName() + " " + rule)))
                .isSubsetOf(used);
    }

    @ParameterizedTest
    @CsvSource({
        "NFS_PROVISIONER, restricted",
        "NFS_CSI, privileged",
        "METRICS_SERVER, restricted",
        "INGRESS_NGINX, restricted",
        "GATEWAY_CONTROLLER, restricted",
        "HEADLAMP, restricted",
        "LOG_COLLECTOR, privileged"
    })
    void eachHasANamespaceOfItsOwnThatIsHeldToWhatItNeeds(AddonKind kind, String level) {
        var namespace = Addons.one(kind, Addons.plain(kind), Namespace.class);

        assertThat(namespace.getMetadata().getName())
                .isEqualTo(kind.usualNamespace())
                .isNotEqualTo("his");
        assertThat(namespace.getMetadata().getLabels()).containsEntry("pod-security.kubernetes.io/enforce", level);
    }

    @ParameterizedTest
    @EnumSource
    void nobodyReadsSecretsOfTheWholeCluster(AddonKind kind) {
        assertThat(Addons.all(kind, Addons.plain(kind), ClusterRole.class)
                        .flatMap(role -> role.getRules().stream())
                        .flatMap(rule -> rule.getResources().stream()))
                .doesNotContain("secrets", "*");
    }

    @ParameterizedTest
    @CsvSource({
        "NFS_PROVISIONER, StatefulSet, nacos",
        "NFS_PROVISIONER, PersistentVolumeClaim, server-gateway",
        "NFS_CSI, StatefulSet, nacos",
        "METRICS_SERVER, HorizontalPodAutoscaler, server-gateway",
        "INGRESS_NGINX, Ingress, server-gateway"
    })
    void whatItServesWaitsForIt(AddonKind kind, String served, String name) {
        assertThat(Addons.rendered(Addons.environment(Addons.plain(kind))).manifests())
                .filteredOn(manifest -> manifest.object().getKind().equals(served)
                        && !manifest.component().equals(kind.toString()))
                .hasSize(1)
                .allSatisfy(manifest -> {
                    assertThat(manifest.object().getMetadata().getName()).startsWith(name);
                    assertThat(manifest.needs()).contains(kind.toString());
                });
    }
}
