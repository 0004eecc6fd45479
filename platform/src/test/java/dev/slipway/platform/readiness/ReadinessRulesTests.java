package dev.slipway.platform.readiness;

import static dev.slipway.platform.readiness.Row.fails;
import static dev.slipway.platform.readiness.Row.ready;
import static dev.slipway.platform.readiness.Row.waits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Written;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds with pods. */
class ReadinessRulesTests {
    private static final String WORKLOAD = "{apiVersion: apps/v1, kind: %s, metadata: {name: w, uid: w, generation: 2,"
            + " annotations: {deployment.kubernetes.io/revision: '2'}}, spec: {%s}, status: {%s}}";

    private static final String OLD = "observedGeneration: 1, ";

    static Stream<Row> workloads() {
        String settled =
                "observedGeneration: 2, replicas: 2, updatedReplicas: 2, readyReplicas: 2, availableReplicas: 2";
        String starting = "observedGeneration: 2, replicas: 2, updatedReplicas: 2, readyReplicas: 0";
        String agreed = ", currentRevision: b, updateRevision: b";
        return Stream.of(
                ready("all pods ready", workload("Deployment", "replicas: 2", settled)),
                waits("few updated", workload("Deployment", "replicas: 3", settled), "2 of 3 pods are of the new form"),
                waits(
                        "old pods left",
                        workload("Deployment", "replicas: 2", settled.replace("replicas: 2,", "replicas: 3,")),
                        "1 pods of the former form"),
                waits("not available", workload("Deployment", "replicas: 2", starting), "0 of 2 pods are available"),
                waits(
                        "ready for too short a time",
                        workload(
                                "Deployment",
                                "replicas: 2",
                                settled.replace("availableReplicas: 2", "availableReplicas: 1")),
                        "1 of 2 pods are available"),
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
                waits(
                        "StatefulSet not down to its partition",
                        workload(
                                "StatefulSet",
                                "replicas: 2, updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 1}}",
                                settled.replace("updatedReplicas: 2", "updatedReplicas: 0")
                                        + ", currentRevision: a, updateRevision: b"),
                        "0 of 1 pods are of the new form"),
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
                waits("DaemonSet rolling", workload("DaemonSet", "", daemons(2, 1)), "1 are of the new form"),
                waits(
                        "DaemonSet not available",
                        workload("DaemonSet", "", daemons(2, 2).replace("numberAvailable: 2", "numberAvailable: 1")),
                        "pods are ready"),
                ready("DaemonSet on delete", workload("DaemonSet", "updateStrategy: {type: OnDelete}", daemons(2, 1))));
    }

    /** A status that was written for an older form says nothing about this one. */
    static Stream<Row> unnoticed() {
        String settled = "replicas: 2, updatedReplicas: 2, readyReplicas: 2, availableReplicas: 2";
        return Stream.of(
                waits("Deployment of before", workload("Deployment", "replicas: 2", OLD + settled), "noticed"),
                waits("Deployment without status", workload("Deployment", "replicas: 2", ""), "noticed"),
                waits("StatefulSet of before", workload("StatefulSet", "replicas: 2", OLD + settled), "noticed"),
                waits("StatefulSet without status", workload("StatefulSet", "replicas: 2", ""), "noticed"),
                waits(
                        "DaemonSet of before",
                        workload("DaemonSet", "", daemons(2, 2).replace("n: 2,", "n: 1,")),
                        "noticed"),
                waits("DaemonSet without status", workload("DaemonSet", "", ""), "noticed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"StatefulSet", "DaemonSet"})
    void oneDoomedPodFailsASet(String kind) {
        var set = workload(
                kind,
                "replicas: 2",
                "observedGeneration: 2, replicas: 2, readyReplicas: 1, desiredNumberScheduled: 2, numberReady: 1");
        var around = new Around(List.of(pod("state: {waiting: {reason: ImagePullBackOff}}")), List.of(), Map.of());

        assertThat(ReadinessRules.of(set, around)).isInstanceOf(Readiness.Failed.class);
    }

    @ParameterizedTest
    @MethodSource({"workloads", "unnoticed"})
    void everyRowOfTheTableHasItsVerdict(Row row) {
        row.assertVerdict();
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
        var around = new Around(List.of(pod), List.of(), Map.of());
        Readiness readiness = ReadinessRules.of(set, around);

        assertThat(DoomedPod.reason(pod).orElse("")).contains(reason);
        assertThat(readiness).isInstanceOf(reason.isEmpty() ? Readiness.Progressing.class : Readiness.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({"2, true", "1, false"})
    void onlyPodsOfTheNewestReplicaSetFailADeployment(String revision, boolean failed) {
        ReplicaSet set = Written.object("""
                {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: r, uid: w2,
                 annotations: {deployment.kubernetes.io/revision: '%s'}, ownerReferences: [{uid: w}]}}
                """.formatted(revision), ReplicaSet.class);
        Pod pod = pod("state: {waiting: {reason: ImagePullBackOff}}");
        pod.getMetadata().getOwnerReferences().get(0).setUid("w2");

        Readiness readiness = ReadinessRules.of(
                workload("Deployment", "replicas: 2", "observedGeneration: 2, replicas: 3, updatedReplicas: 2"),
                new Around(List.of(pod), List.of(set), Map.of()));

        assertThat(readiness instanceof Readiness.Failed).isEqualTo(failed);
    }

    /** One that works shows that the form can work. */
    @Test
    void aDeploymentFailsOnlyWhenNoneOfItsNewestPodsCanWork() {
        Pod doomed = newest("state: {waiting: {reason: ImagePullBackOff}}");

        assertThat(ofNewest(doomed, newest("state: {running: {}}"))).isInstanceOf(Readiness.Progressing.class);
        assertThat(ofNewest(doomed, doomed)).isInstanceOf(Readiness.Failed.class);
    }

    private static Pod newest(String container) {
        Pod pod = pod(container);
        pod.getMetadata().getOwnerReferences().get(0).setUid("w2");
        return pod;
    }

    private static Readiness ofNewest(Pod... pods) {
        ReplicaSet set = Written.object("""
                {apiVersion: apps/v1, kind: ReplicaSet, metadata: {name: r, uid: w2,
                 annotations: {deployment.kubernetes.io/revision: '2'}, ownerReferences: [{uid: w}]}}
                """, ReplicaSet.class);
        return ReadinessRules.of(
                workload("Deployment", "replicas: 2", "observedGeneration: 2, replicas: 2, updatedReplicas: 2"),
                new Around(List.of(pods), List.of(set), Map.of()));
    }

    /** Time may help: a node may come, a probe may succeed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            conditions: [{type: PodScheduled, status: 'False', reason: Unschedulable, message: '0/3 nodes are available: 3 Insufficient memory.'}] | finds no node: 0/3 nodes are available: 3 Insufficient memory.
            conditions: [{type: Ready, status: 'False'}], containerStatuses: [{name: c, image: i, ready: false, state: {running: {}}}]         | runs and is not ready yet
            conditions: [{type: Ready, status: 'False'}], containerStatuses: [{name: c, image: i, state: {waiting: {reason: ContainerCreating}}}] | waits: ContainerCreating
            """)
    void podsThatTimeMayHelpAreWaitedForWithWhatTheyWaitFor(String status, String hint) {
        Pod waiting = newest("state: {}");
        waiting.setStatus(Written.object("{apiVersion: v1, kind: Pod, status: {" + status + "}}", Pod.class)
                .getStatus());

        assertThat(ofNewest(waiting))
                .isInstanceOfSatisfying(Readiness.Progressing.class, found -> assertThat(found.reason())
                        .contains("pod p " + hint));
    }

    private static String daemons(int ready, int updated) {
        return "observedGeneration: 2, desiredNumberScheduled: 2, numberReady: %d, numberAvailable: %d, updatedNumberScheduled: %d"
                .formatted(ready, ready, updated);
    }

    private static HasMetadata workload(String kind, String spec, String status) {
        return Written.object(WORKLOAD.formatted(kind, spec, status), HasMetadata.class);
    }

    private static Pod pod(String container) {
        return Written.object("""
                {apiVersion: v1, kind: Pod, metadata: {name: p, ownerReferences: [{uid: w}],
                 labels: {controller-revision-hash: b}},
                 spec: {containers: [{name: c, resources: {limits: {memory: 64Mi}}}]},
                 status: {containerStatuses: [{name: c, image: i, %s}]}}
                """.formatted(container), Pod.class);
    }
}
