package dev.slipway.platform.render.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for each of them, alone and as a cluster. */
class EveryServerTests {
    private static final Set<String> KINDS =
            Set.of("mysql", "redis", "mongodb", "rabbitmq", "nacos", "sentinel-dashboard");

    private static List<HasMetadata> objects(String middleware) {
        return Servers.rendered(middleware).manifests().stream()
                .filter(manifest -> KINDS.contains(manifest.component()))
                .map(Manifest::object)
                .toList();
    }

    private static List<PodTemplateSpec> templates(String middleware) {
        return Servers.templates(objects(middleware).stream()).toList();
    }

    private static List<Container> containers(String middleware) {
        return templates(middleware).stream()
                .flatMap(template -> Servers.containers(template).stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {Servers.SINGLE, Servers.CLUSTERED})
    void noVariableTakesItsValueFromASecretOrIsCalledAPassword(String middleware) {
        assertThat(containers(middleware)).allSatisfy(container -> {
            assertThat(container.getEnvFrom()).isEmpty();
            assertThat(container.getEnv()).allSatisfy(variable -> {
                assertThat(variable.getName())
                        .doesNotContainIgnoringCase("password")
                        .doesNotContain("TOKEN");
                assertThat(variable.getValueFrom() == null
                                || variable.getValueFrom().getSecretKeyRef() == null)
                        .isTrue();
            });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {Servers.SINGLE, Servers.CLUSTERED})
    void everyGeneratedSecretIsMountedAndReadableByTheGroupOnly(String middleware) {
        Manifests manifests = Servers.rendered(middleware);
        Set<String> mounted = templates(middleware).stream()
                .flatMap(template -> template.getSpec().getVolumes().stream())
                .map(Volume::getSecret)
                .filter(Objects::nonNull)
                .peek(secret -> assertThat(secret.getDefaultMode()).isEqualTo(0440))
                .map(secret -> secret.getSecretName())
                .collect(Collectors.toSet());

        assertThat(manifests.secrets().stream()
                        .filter(secret -> KINDS.contains(secret.component()))
                        .map(secret -> secret.name()))
                .containsExactlyInAnyOrderElementsOf(mounted);
    }

    @ParameterizedTest
    @ValueSource(strings = {Servers.SINGLE, Servers.CLUSTERED})
    void containersAreRestrictedAndBounded(String middleware) {
        assertThat(templates(middleware)).allSatisfy(template -> {
            var pod = template.getSpec();
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getFsGroup())
                    .isEqualTo(pod.getSecurityContext().getRunAsUser());
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getEnableServiceLinks()).isFalse();
            assertThat(pod.getAffinity().getPodAntiAffinity()).isNotNull();
            assertThat(pod.getVolumes())
                    .filteredOn(volume -> volume.getEmptyDir() != null)
                    .allSatisfy(volume ->
                            assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull());
        });
        assertThat(containers(middleware)).allSatisfy(container -> {
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getImage()).matches("docker\\.io/.+:v?\\d+(\\.\\d+)+");
            assertThat(container.getResources().getRequests()).containsOnlyKeys("cpu", "memory", "ephemeral-storage");
            assertThat(container.getResources().getLimits()).containsOnlyKeys("cpu", "memory", "ephemeral-storage");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {Servers.SINGLE, Servers.CLUSTERED})
    void everyServerIsProbedForItsStartItsReadinessAndItsLife(String middleware) {
        assertThat(templates(middleware))
                .flatExtracting(template -> template.getSpec().getContainers())
                .allSatisfy(container -> {
                    assertThat(container.getStartupProbe()).isNotNull();
                    assertThat(container.getReadinessProbe()).isNotNull();
                    assertThat(container.getLivenessProbe()).isNotNull();
                    assertThat(container.getPorts()).isNotEmpty().allSatisfy(port -> assertThat(port.getName())
                            .hasSizeLessThanOrEqualTo(15));
                });
    }

    /** One that waits for its broken member for ever does not even replace it once its form is mended. */
    @ParameterizedTest
    @ValueSource(strings = {Servers.SINGLE, Servers.CLUSTERED})
    void noMemberWaitsForAnother(String middleware) {
        assertThat(objects(middleware))
                .filteredOn(StatefulSet.class::isInstance)
                .extracting(set -> ((StatefulSet) set).getSpec().getPodManagementPolicy())
                .containsOnly("Parallel");
    }

    @ParameterizedTest
    @ValueSource(strings = {Servers.SINGLE, Servers.CLUSTERED})
    void everyMountHasItsVolume(String middleware) {
        Set<String> claimed = objects(middleware).stream()
                .filter(StatefulSet.class::isInstance)
                .map(object -> ((StatefulSet) object)
                        .getSpec()
                        .getVolumeClaimTemplates()
                        .get(0)
                        .getMetadata()
                        .getName())
                .collect(Collectors.toSet());
        assertThat(templates(middleware)).allSatisfy(template -> {
            var known = Stream.concat(
                            claimed.stream(),
                            template.getSpec().getVolumes().stream().map(Volume::getName))
                    .toList();
            assertThat(Servers.containers(template))
                    .flatExtracting(Container::getVolumeMounts)
                    .extracting(VolumeMount.class::cast)
                    .extracting(VolumeMount::getName)
                    .isSubsetOf(known);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {Servers.SINGLE, Servers.CLUSTERED})
    void everyScriptThatIsRunIsAmongTheSettings(String middleware) {
        for (StatefulSet set : sets(middleware)) {
            var settings = settings(set, middleware);
            String commands = Servers.containers(set.getSpec().getTemplate()).stream()
                    .map(container -> container.getCommand() + " " + container.getStartupProbe() + " "
                            + container.getReadinessProbe() + " " + container.getLifecycle())
                    .collect(Collectors.joining());
            var used = java.util.regex.Pattern.compile("/etc/slipway/settings/([a-z.-]+)")
                    .matcher(commands);
            assertThat(used.results().map(result -> result.group(1)).toList())
                    .isNotEmpty()
                    .isSubsetOf(settings.getData().keySet());
        }
    }

    private static List<StatefulSet> sets(String middleware) {
        return objects(middleware).stream()
                .filter(StatefulSet.class::isInstance)
                .map(StatefulSet.class::cast)
                .toList();
    }

    private static ConfigMap settings(StatefulSet set, String middleware) {
        String name = set.getSpec().getTemplate().getSpec().getVolumes().stream()
                .filter(volume -> volume.getConfigMap() != null)
                .findFirst()
                .orElseThrow()
                .getConfigMap()
                .getName();
        return Servers.one(ConfigMap.class, name, middleware);
    }

    @ParameterizedTest
    @ValueSource(strings = {Servers.SINGLE, Servers.CLUSTERED})
    void everyServiceFindsPodsAndTheirPorts(String middleware) {
        var templates = templates(middleware);
        objects(middleware).stream()
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .forEach(service -> assertThat(templates)
                        .filteredOn(template -> template.getMetadata()
                                .getLabels()
                                .entrySet()
                                .containsAll(service.getSpec().getSelector().entrySet()))
                        .as(service.getMetadata().getName())
                        .isNotEmpty()
                        .allSatisfy(template -> assertThat(ports(template))
                                .containsAll(service.getSpec().getPorts().stream()
                                        .map(port -> port.getTargetPort().getStrVal())
                                        .toList())));
    }

    private static List<String> ports(PodTemplateSpec template) {
        return template.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .map(port -> port.getName())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {Servers.SINGLE, Servers.CLUSTERED})
    void volumesOutliveTheirSet(String middleware) {
        assertThat(sets(middleware)).allSatisfy(set -> {
            var policy = set.getSpec().getPersistentVolumeClaimRetentionPolicy();
            assertThat(policy.getWhenDeleted()).isEqualTo("Retain");
            assertThat(policy.getWhenScaled()).isEqualTo("Retain");
            assertThat(set.getSpec().getVolumeClaimTemplates().get(0).getSpec().getStorageClassName())
                    .isEqualTo("fast");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "redis", "mongodb", "rabbitmq", "nacos"})
    void aClusterLosesOneMemberOnPurposeAtATime(String kind) {
        var budget = Servers.one(PodDisruptionBudget.class, kind, Servers.CLUSTERED);

        assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
        assertThat(budget.getSpec().getUnhealthyPodEvictionPolicy()).isEqualTo("AlwaysAllow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql", "redis", "rabbitmq"})
    void aChangedSettingIsARollout(String kind) {
        String before = checksum(kind, Servers.SINGLE);

        assertThat(checksum(kind, Servers.SINGLE.replace(kind + ": {", kind + ": { port: 7000,")))
                .isNotEqualTo(before);
    }

    private static String checksum(String set, String middleware) {
        return Objects.requireNonNull(Servers.one(StatefulSet.class, set, middleware)
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations()
                .get("slipway.dev/config-checksum"));
    }
}
