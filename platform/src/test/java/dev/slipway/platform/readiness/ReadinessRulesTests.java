package dev.slipway.platform.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One row a rule; objects are written as the API server shows them. */
class ReadinessRulesTests {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();
    private static final String WORKLOAD = "{apiVersion: apps/v1, kind: %s, metadata: {name: w, uid: w, generation: 2,"
            + " annotations: {deployment.kubernetes.io/revision: '2'}}, spec: {%s}, status: {%s}}";

    record Row(String name, HasMetadata object, Around around, Class<? extends Readiness> verdict, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> workloads() {
        String settled =
                "observedGeneration: 2, replicas: 2, updatedReplicas: 2, readyReplicas: 2, availableReplicas: 2";
        String starting = "observedGeneration: 2, replicas: 2, updatedReplicas: 2, readyReplicas: 0";
        String agreed = ", currentRevision: b, updateRevision: b";
        return Stream.of(
                ready("all pods ready", workload("Deployment", "replicas: 2", settled)),
                waits("old status", workload("Deployment", "replicas: 2", settled.replace("n: 2", "n: 1")), "noticed"),
                waits("no status", workload("Deployment", "replicas: 2", ""), "noticed"),
                waits("few updated", workload("Deployment", "replicas: 3", settled), "2 of 3 pods are of the new form"),
                waits(
                        "old pods left",
                        workload("Deployment", "replicas: 2", settled.replace("replicas: 2,", "replicas: 3,")),
                        "1 pods of the former form"),
                waits("not available", workload("Deployment", "replicas: 2", starting), "0 of 2 pods are available"),
                waits(
                        "refused by quota",
                        workload(
                                "Deployment",
                                "replicas: 2",
                                "observedGeneration: 2, conditions: [{type: ReplicaFailure, status: 'True',"
                                        + " message: 'exceeded quota: q'}]"),
                        "exceeded quota: q"),
                fails(
                        "deadline",
                        workload(
                                "Deployment",
                                "replicas: 2",
                                starting + ", conditions: [{type: Progressing, status: 'False', message: slow}]"),
                        "deadline exceeded: slow"),
                ready("StatefulSet", workload("StatefulSet", "replicas: 2", settled + agreed)),
                waits(
                        "StatefulSet between revisions",
                        workload("StatefulSet", "replicas: 2", settled + ", currentRevision: a, updateRevision: b"),
                        "of the new form"),
                ready(
                        "StatefulSet down to its partition",
                        workload(
                                "StatefulSet",
                                "replicas: 2, updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}",
                                settled.replace("updatedReplicas: 2", "updatedReplicas: 1")
                                        + ", currentRevision: a, updateRevision: b")),
                ready(
                        "StatefulSet on delete",
                        workload(
                                "StatefulSet",
                                "replicas: 2, updateStrategy: {type: OnDelete}",
                                settled + ", currentRevision: a, updateRevision: b")),
                waits(
                        "StatefulSet starting",
                        workload("StatefulSet", "replicas: 2", starting),
                        "0 of 2 pods are ready"),
                ready("DaemonSet", workload("DaemonSet", "", daemons(2, 2))),
                waits("DaemonSet starting", workload("DaemonSet", "", daemons(1, 2)), "1 of 2 pods are ready"),
                waits("DaemonSet rolling", workload("DaemonSet", "", daemons(2, 1)), "1 are of the new form"));
    }

    static Stream<Row> others() {
        return Stream.of(
                ready("Job", object("batch/v1", "Job", "status: {conditions: [{type: Complete, status: 'True'}]}")),
                waits("Job running", object("batch/v1", "Job", "status: {active: 1}"), "runs"),
                fails(
                        "Job failed",
                        object(
                                "batch/v1",
                                "Job",
                                "status: {conditions: [{type: Failed, status: 'True', reason: R, message: m}]}"),
                        "R: m"),
                ready("bound", claim("", "Bound")),
                fails("lost", claim("volumeName: v, ", "Lost"), "its volume v is gone"),
                waits("no class", claim("storageClassName: none, ", "Pending"), "there is no storage class none"),
                ready("first consumer", claim("storageClassName: late, ", "Pending")),
                fails("two defaults", claim("", "Pending"), "two default storage classes: late, now"),
                ready("cluster address", service("clusterIP: 10.0.0.1")),
                ready("headless", service("clusterIP: None")),
                ready("external", service("type: ExternalName")),
                waits("balancer", service("type: LoadBalancer, clusterIP: 10.0.0.1"), "load balancer"),
                ready("ingress", ingress("nginx")),
                fails("ingress without class", ingress("traefik"), "there is no ingress class traefik"),
                ready("established", definition("True", "True")),
                waits("not established", definition("True", "False"), "not established"),
                fails("names taken", definition("False", "False"), "not accepted"),
                waits(
                        "API service",
                        object(
                                "apiregistration.k8s.io/v1",
                                "APIService",
                                "status: {conditions: [{type: Available, status: 'False', message: m}]}"),
                        "not available: m"),
                ready("active", object("v1", "Namespace", "status: {phase: Active}")),
                fails("terminating", object("v1", "Namespace", "status: {phase: Terminating}"), "being deleted"),
                ready("observed", object("v1", "ConfigMap", "data: {}")));
    }

    @ParameterizedTest
    @MethodSource({"workloads", "others"})
    void everyRowOfTheTableHasItsVerdict(Row row) {
        Readiness readiness = ReadinessRules.of(row.object(), row.around());

        assertThat(readiness).isInstanceOf(row.verdict());
        assertThat(readiness.reason()).contains(row.reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            waiting: {reason: ImagePullBackOff, message: back}    | image i cannot be pulled
            waiting: {reason: ErrImagePull, message: 'not found'} | image i cannot be pulled
            waiting: {reason: ErrImagePull, message: timeout}     | ''
            waiting: {reason: ContainerCreating}                  | ''
            waiting: {reason: CreateContainerConfigError, message: 'no key k in Secret s'} | lacks its configuration: no key k in Secret s
            waiting: {reason: RunContainerError, message: 'exec: "jawa": not found'} | cannot run jawa
            running: {}                                           | ''
            """)
    void podsThatWaitingDoesNotHelpAreDoomed(String state, String reason) {
        doomed("state: {" + state + "}", reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exitCode: 3, reason: Error, message: gone | with exit code 3: gone
            exitCode: 137, reason: OOMKilled          | (OOMKilled), its limit is 64Mi
            """)
    void aCrashLoopTellsHowTheContainerEnded(String last, String reason) {
        doomed("state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated: {" + last + "}}", reason);
    }

    private static void doomed(String container, String reason) {
        Pod pod = pod(container);
        var set = workload(
                "StatefulSet",
                "replicas: 2",
                "observedGeneration: 2, replicas: 2, readyReplicas: 1, updateRevision: b");
        var around = new Around(List.of(pod), List.of(), List.of(), List.of());
        Readiness readiness = ReadinessRules.of(set, around);

        assertThat(DoomedPod.reason(pod).orElse("")).contains(reason);
        assertThat(readiness).isInstanceOf(reason.isEmpty() ? Readiness.Progressing.class : Readiness.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({"2, true", "1, false"})
    void onlyPodsOfTheNewestReplicaSetFailADeployment(String revision, boolean failed) {
        ReplicaSet set = yaml("""
                {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: r, uid: w2,
                 annotations: {deployment.kubernetes.io/revision: '%s'}, ownerReferences: [{uid: w}]}}
                """.formatted(revision), ReplicaSet.class);
        Pod pod = pod("state: {waiting: {reason: ImagePullBackOff}}");
        pod.getMetadata().getOwnerReferences().get(0).setUid("w2");

        Readiness readiness = ReadinessRules.of(
                workload("Deployment", "replicas: 2", "observedGeneration: 2, replicas: 3, updatedReplicas: 2"),
                new Around(List.of(pod), List.of(set), List.of(), List.of()));

        assertThat(readiness instanceof Readiness.Failed).isEqualTo(failed);
    }

    private static String daemons(int ready, int updated) {
        return "observedGeneration: 2, desiredNumberScheduled: 2, numberReady: %d, numberAvailable: %d, updatedNumberScheduled: %d"
                .formatted(ready, ready, updated);
    }

    private static Row ready(String name, HasMetadata object) {
        return new Row(name, object, around(), Readiness.Ready.class, "");
    }

    private static Row waits(String name, HasMetadata object, String reason) {
        return new Row(name, object, around(), Readiness.Progressing.class, reason);
    }

    private static Row fails(String name, HasMetadata object, String reason) {
        return new Row(name, object, around(), Readiness.Failed.class, reason);
    }

    private static Around around() {
        StorageClass late = storageClass("late", "WaitForFirstConsumer");
        StorageClass now = storageClass("now", "Immediate");
        IngressClass nginx = yaml(
                "{apiVersion: networking.k8s.io/v1, kind: IngressClass, metadata: {name: nginx}}", IngressClass.class);
        return new Around(List.of(), List.of(), List.of(late, now), List.of(nginx));
    }

    private static StorageClass storageClass(String name, String mode) {
        return yaml("""
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, volumeBindingMode: %s, metadata: {name: %s,
                 annotations: {storageclass.kubernetes.io/is-default-class: 'true'}}}
                """.formatted(mode, name), StorageClass.class);
    }

    private static HasMetadata workload(String kind, String spec, String status) {
        return yaml(WORKLOAD.formatted(kind, spec, status), HasMetadata.class);
    }

    private static HasMetadata object(String version, String kind, String rest) {
        return yaml(
                "{apiVersion: %s, kind: %s, metadata: {name: o}, %s}".formatted(version, kind, rest),
                HasMetadata.class);
    }

    private static HasMetadata claim(String spec, String phase) {
        return object("v1", "PersistentVolumeClaim", "spec: {%s}, status: {phase: %s}".formatted(spec, phase));
    }

    private static HasMetadata service(String spec) {
        return object("v1", "Service", "spec: {" + spec + "}");
    }

    private static HasMetadata ingress(String name) {
        return object("networking.k8s.io/v1", "Ingress", "spec: {ingressClassName: " + name + "}");
    }

    private static HasMetadata definition(String accepted, String established) {
        return object("apiextensions.k8s.io/v1", "CustomResourceDefinition", """
                status: {conditions: [{type: NamesAccepted, status: '%s', message: m},
                 {type: Established, status: '%s'}]}
                """.formatted(accepted, established));
    }

    private static Pod pod(String container) {
        return yaml("""
                {apiVersion: v1, kind: Pod, metadata: {name: p, ownerReferences: [{uid: w}],
                 labels: {controller-revision-hash: b}},
                 spec: {containers: [{name: c, resources: {limits: {memory: 64Mi}}}]},
                 status: {containerStatuses: [{name: c, image: i, %s}]}}
                """.formatted(container), Pod.class);
    }

    /** Flow style; what begins with a brace would be read as JSON. */
    private static <T extends HasMetadata> T yaml(String text, Class<T> type) {
        return YAML.unmarshal("---\n" + text, type);
    }
}
