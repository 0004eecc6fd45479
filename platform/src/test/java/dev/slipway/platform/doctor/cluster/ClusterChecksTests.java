package dev.slipway.platform.doctor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Written;
import dev.slipway.platform.diagnosis.object.Keys;
import dev.slipway.platform.doctor.Check;
import dev.slipway.platform.doctor.Finding;
import dev.slipway.platform.doctor.Verdict;
import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.prediction.Demand;
import dev.slipway.platform.spec.AddonKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterChecksTests {
    private static final Keys KEYS = new Keys(Written.environment("", "", ""));

    private static <T extends HasMetadata> T object(Class<T> type, String text) {
        return type.cast(Written.object(text));
    }

    private static Finding only(Check check) {
        assertThat(check.look()).hasSize(1);
        return check.look().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "1.28+, v1.36.3, ok",
        "1.28+, v1.28.0, ok",
        "1.28+, v1.27.9, problem",
        "1.28, v1.28.4, ok",
        "1.28, v1.30.1, warning",
        "1.28+, v1.9.0+k3s1, problem"
    })
    void theVersionHasToBeTheOneOfTheDescriptionOrNewer(String wanted, String found, String verdict) {
        assertThat(only(new VersionCheck(wanted, found)).verdict()).hasToString(verdict);
    }

    @ParameterizedTest
    @CsvSource({"0, ok", "2, ok", "-2, ok", "5, warning", "-19, warning", "21, problem", "-90, problem"})
    void clocksHaveToAgreeBetterThanALeaseLasts(long seconds, String verdict) {
        assertThat(only(new ClockCheck(Optional.of(Duration.ofSeconds(seconds))))
                        .verdict())
                .hasToString(verdict);
        assertThat(only(new ClockCheck(Optional.empty())).verdict()).isEqualTo(Verdict.WARNING);
    }

    private static Node node(String name, String spec, String ready) {
        return node(name, spec, ready, "4Gi");
    }

    private static Node node(String name, String spec, String ready, String memory) {
        return object(
                Node.class,
                "{apiVersion: v1, kind: Node, metadata: {name: " + name + "}, spec: {" + spec
                        + "}, status: {allocatable:"
                        + " {cpu: '2', memory: " + memory + ", pods: '10'}, conditions: [{type: Ready, status: '"
                        + ready
                        + "'}]}}");
    }

    private static Pod pod(String memory) {
        return object(
                Pod.class,
                "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {nodeName: a, containers: [{name: c, resources:"
                        + " {requests: {memory: " + memory + "}}}]}}");
    }

    @Test
    void theRoomOfReadyAndOpenNodesIsWhatCounts() {
        var nodes = List.of(
                node("a", "", "True"),
                node("b", "unschedulable: true", "True"),
                node("c", "taints: [{key: k, effect: NoSchedule}]", "True"),
                node("d", "", "False"));
        var wanted = new Demand();
        wanted.add(pod("1Gi").getSpec(), 3);

        assertThat(new RoomCheck(nodes, List.of(), wanted).look())
                .extracting(Finding::verdict)
                .containsOnly(Verdict.OK);
        assertThat(new RoomCheck(nodes, List.of(pod("2Gi")), wanted).look()).anySatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.PROBLEM);
            assertThat(finding.found()).isEqualTo("2048Mi memory are free on 1 nodes, requested are 3072Mi");
        });
        assertThat(only(new RoomCheck(nodes.subList(3, 4), List.of(), wanted)).verdict())
                .isEqualTo(Verdict.PROBLEM);
    }

    private static Manifest workload(String kind, String component, String cpu, String memory) {
        return new Manifest(
                object(
                        HasMetadata.class,
                        "{apiVersion: apps/v1, kind: " + kind
                                + ", metadata: {name: w, namespace: his}, spec: {template:"
                                + " {spec: {containers: [{name: c, resources: {requests: {cpu: '" + cpu + "', memory: "
                                + memory + "}}}]}}}}"),
                component,
                Set.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Deployment  | api           | 1 | 5Gi    | FILE: services.api.memory
            StatefulSet | mysql         | 1 | 4097Mi | FILE: middleware.mysql.memory
            Deployment  | ingress-nginx | 3 | 1Gi    | FILE: addons.ingress-nginx.resources.cpu
            Deployment  | api           | 3 | 5Gi    | FILE: services.api.memory; FILE: services.api.resources.cpu
            """)
    void aPodThatIsLargerThanEveryNodeIsNamed(String kind, String component, String cpu, String memory, String keys) {
        var nodes = List.of(
                node("a", "", "True"), node("b", "", "True"), node("huge", "unschedulable: true", "True", "64Gi"));

        Finding finding = only(new PodRoomCheck(nodes, List.of(workload(kind, component, cpu, memory)), KEYS));

        assertThat(finding.verdict()).isEqualTo(Verdict.PROBLEM);
        assertThat(finding.found())
                .startsWith(component + ": a pod of " + kind + " his/w asks for ")
                .endsWith(", which no node has; the largest, a, has 2 cpu and 4096Mi memory");
        assertThat(finding.fix()).isEqualTo(keys.replace("FILE", "deploy/dev-ol/platform.yaml") + "; or a larger node");
    }

    @Test
    void aPodHasToFindAllThatItAsksForOnOneNode() {
        var nodes = List.of(node("a", "", "True"), node("b", "", "True", "8Gi"));

        assertThat(new PodRoomCheck(
                                nodes,
                                List.of(
                                        workload("Deployment", "api", "2", "8Gi"),
                                        workload("DaemonSet", "log-collector", "1", "64Gi")),
                                KEYS)
                        .look())
                .isEmpty();
        assertThat(only(new PodRoomCheck(nodes, List.of(workload("Deployment", "api", "2", "9Gi")), KEYS))
                        .found())
                .contains("asks for 2 cpu and 9216Mi memory", "the largest, b, has 2 cpu and 8192Mi memory");
        assertThat(new PodRoomCheck(List.of(), List.of(workload("Deployment", "api", "2", "9Gi")), KEYS).look())
                .as("that no node is ready is said by the other check")
                .isEmpty();
    }

    @Test
    void namesAreAnsweredByPodsThatAreReady() {
        var service = object(Service.class, "{apiVersion: v1, kind: Service, metadata: {name: kube-dns}, spec: {}}");
        String slice = "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: s, labels:"
                + " {kubernetes.io/service-name: kube-dns}}, endpoints: [{conditions: {ready: %s}}]}";

        assertThat(only(new DnsCheck(List.of(service), List.of(object(EndpointSlice.class, slice.formatted("true")))))
                        .verdict())
                .isEqualTo(Verdict.OK);
        assertThat(only(new DnsCheck(List.of(service), List.of(object(EndpointSlice.class, slice.formatted("false")))))
                        .verdict())
                .isEqualTo(Verdict.PROBLEM);
        assertThat(only(new DnsCheck(List.of(), List.of())).verdict()).isEqualTo(Verdict.PROBLEM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''          | true  | 'without it nothing scales' | ok      | none
            ''          | false | 'without it nothing scales' | warning | without it nothing scales
            ''          | false | ''                          | ok      | none
            someone     | true  | ''                          | warning | m is there already, and not by us
            someone     | false | ''                          | ok      | m, not by us
            slipway     | true  | ''                          | ok      | ours
            """)
    void whatOthersHaveInstalledIsNotInstalledTwice(
            String manager, boolean described, String missing, String verdict, String found) {
        List<HasMetadata> there = manager.isEmpty()
                ? List.of()
                : List.of(object(
                        HasMetadata.class,
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: m, labels: {app.kubernetes.io/managed-by: "
                                + manager + "}}}"));
        Set<AddonKind> addons = described ? Set.of(AddonKind.METRICS_SERVER) : Set.of();

        Finding finding = only(new AddonCheck("metrics", there, addons, Set.of(AddonKind.METRICS_SERVER), missing));

        assertThat(finding.verdict()).hasToString(verdict);
        assertThat(finding.found()).contains(found);
    }

    @ParameterizedTest
    @CsvSource({
        "registry.k8s.io/sig-storage/nfs-subdir-external-provisioner:v4.0.18, NFS_PROVISIONER",
        "quay.io/external_storage/nfs-client-provisioner@sha256:1, NFS_PROVISIONER",
        "registry.k8s.io/sig-storage/nfsplugin:v4.9.0, NFS_CSI",
        "ghcr.io/headlamp-k8s/headlamp:v0.30.0, HEADLAMP",
        "registry.example.com:5000/fluent-bit, LOG_COLLECTOR",
        "docker.io/grafana/promtail:3.0.0, LOG_COLLECTOR",
        "example.com/headlamp/other:1, ''"
    })
    void whatAWorkloadIsForIsKnownByItsImage(String image, String kind) {
        var workload = object(
                HasMetadata.class,
                "{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: d}, spec: {template: {spec: {containers:"
                        + " [{name: first, image: 'example.com/first:1'}, {name: c, image: '" + image + "'}]}}}}");

        assertThat(AddonKind.values())
                .filteredOn(candidate ->
                        !AddonWorkloads.of(Set.of(candidate), List.of(workload)).isEmpty())
                .extracting(AddonKind::name)
                .isEqualTo(kind.isEmpty() ? List.of() : List.of(kind));
    }

    @ParameterizedTest
    @CsvSource({"0, warning", "1, ok", "2, warning"})
    void oneStorageClassIsTheDefault(int defaults, String verdict) {
        List<StorageClass> classes = IntStream.range(0, 3)
                .mapToObj(i -> object(
                        StorageClass.class,
                        "{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: s" + i
                                + ", annotations: {storageclass.kubernetes.io/is-default-class: '" + (i < defaults)
                                + "'}}, provisioner: x}"))
                .toList();

        assertThat(only(new DefaultClassCheck(classes)).verdict()).hasToString(verdict);
    }

    @Test
    void whatIsForeseenStandsInThePlaceOfWhatIsInOrder() {
        var problem = Finding.problem("classes", "there is no StorageClass x", "cluster.storageClass");

        assertThat(new ForeseenCheck(List.of(problem)).look())
                .contains(problem)
                .extracting(finding -> finding.check() + " " + finding.verdict())
                .containsExactly(
                        "permissions ok",
                        "kinds ok",
                        "classes problem",
                        "secrets ok",
                        "quota ok",
                        "images ok",
                        "pod security ok");
    }
}
