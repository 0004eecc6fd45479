package dev.slipway.platform.diagnosis.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.diagnosis.Cause;
import dev.slipway.platform.diagnosis.Diagnosis;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row a cause: the objects as a cluster shows them, and what is said about them. */
class SceneRulesTests {
    private static final String FILE = "deploy/dev-ol/platform.yaml: ";

    record Row(Cause cause, SceneText scene, String what, String evidence, String change) {
        @Override
        public String toString() {
            return cause + ": " + what;
        }
    }

    private static SceneText pod(String containerStatus) {
        return SceneText.pod(
                "phase: Running, containerStatuses: [{name: api, image: 'r/api:1', " + containerStatus + "}]");
    }

    private static SceneText waiting(String reason, String message) {
        return pod("state: {waiting: {reason: " + reason + ", message: '" + message.replace("'", "''") + "'}}");
    }

    private static SceneText crashed(int code, String... log) {
        return pod("restartCount: 3, state: {waiting: {reason: CrashLoopBackOff}},"
                        + " lastState: {terminated: {reason: Error, exitCode: " + code + "}}")
                .log("p/api", log);
    }

    static Stream<Row> containers() {
        return Stream.of(
                new Row(
                        Cause.IMAGE,
                        waiting("ImagePullBackOff", "r/api:1 not found"),
                        "container api of pod p: image r/api:1 cannot be pulled",
                        "",
                        FILE + "services.api.image"),
                new Row(
                        Cause.REFERENCE_MISSING,
                        waiting("CreateContainerConfigError", "couldn't find key pin in Secret his/api-secrets"),
                        "refers to the key pin of the Secret api-secrets, which has no such key",
                        "couldn't find key pin",
                        FILE + "services.api.secrets"),
                new Row(
                        Cause.REFERENCE_MISSING,
                        waiting("CreateContainerConfigError", "configmap \"settings\" not found"),
                        "refers to the ConfigMap settings, which is not there",
                        "settings",
                        FILE + "services.api.environment"),
                new Row(
                        Cause.CANNOT_RUN,
                        waiting("RunContainerError", "exec: \"/bin/api\": stat /bin/api: no such file or directory"),
                        "cannot run /bin/api",
                        "",
                        FILE + "services.api.image"),
                new Row(
                        Cause.OUT_OF_MEMORY,
                        pod("restartCount: 3, state: {waiting: {reason: CrashLoopBackOff}}, lastState: {terminated:"
                                + " {reason: OOMKilled, exitCode: 137, finishedAt: '2026-01-01T00:00:00Z'}}"),
                        "killed for want of memory (OOMKilled), its limit is 256Mi",
                        "3 restarts",
                        FILE + "services.api.memory"),
                new Row(
                        Cause.CRASH,
                        crashed(42, "up", "going down"),
                        "ends again and again (CrashLoopBackOff) with exit code 42",
                        "log: going down",
                        "kubectl logs -n his p -c api"),
                new Row(
                        Cause.INIT_CONTAINER,
                        SceneText.pod("initContainerStatuses: [{name: prepare, state: {waiting: {reason:"
                                + " CrashLoopBackOff}}, lastState: {terminated: {reason: Error, exitCode: 2}}}]"),
                        "init container prepare of pod p",
                        "",
                        "-c prepare"),
                new Row(
                        Cause.PROBE,
                        crashed(143).event("Pod", "p", "Unhealthy", "Liveness probe failed: HTTP probe failed: 503"),
                        "its liveness probe fails",
                        "",
                        FILE + "patches"),
                new Row(
                        Cause.PROBE,
                        pod("ready: false, state: {running: {startedAt: '2026-01-01T00:00:00Z'}}")
                                .event("Pod", "p", "Unhealthy", "Startup probe failed: dial tcp: connection refused"),
                        "its startup probe fails, last answer: dial tcp: connection refused",
                        "",
                        FILE + "services.api.start"));
    }

    static Stream<Row> logs() {
        return Stream.of(
                log(
                        Cause.NOT_NAMED,
                        "Not ready yet: the registry does not name 10.0.0.5:8206 as a healthy api",
                        "diagnose -e dev-ol nacos"),
                log(Cause.NACOS_UNREACHABLE, "NacosException: Client not connected, current status:STARTING", "needs"),
                log(Cause.SERVER_UNREACHABLE, "CommunicationsException: Communications link failure", "needs"),
                log(Cause.SERVER_UNREACHABLE, "RedisConnectionException: Unable to connect to redis:6379", "needs"),
                log(Cause.SERVER_UNREACHABLE, "java.net.UnknownHostException: mysql", "needs"),
                log(Cause.PASSWORD_REFUSED, "Access denied for user 'slipway_api'@'10.0.0.1'", "api-secrets"),
                log(Cause.PASSWORD_REFUSED, "Exception authenticating MongoCredential", "api-secrets"),
                log(Cause.SECRET_UNUSABLE, "The secret data-key is missing: no file", "services.api.secrets"),
                log(
                        Cause.CONFIGURATION_ABSENT,
                        "Config data resource 'api.yaml' via location 'nacos:api.yaml' does not exist",
                        "deploy/config/api.yaml"),
                log(
                        Cause.CONFIGURATION_ABSENT,
                        "Could not resolve placeholder 'a.b' in value",
                        "deploy/config/api.yaml"),
                log(
                        Cause.CONFIGURATION_ABSENT,
                        "Ignore the empty nacos configuration and get it based on dataId[api.yaml] & group[G]",
                        "deploy/config/api.yaml"),
                log(Cause.MIGRATION_CHANGED, "Migration checksum mismatch for migration version 3", "services/api/src"),
                log(Cause.MIGRATION_FAILED, "Migration V2__more.sql failed", "services/api/src"),
                log(Cause.PORT_TAKEN, "Web server failed to start. Port 8080 was already in use.", "services.api.port"),
                log(Cause.JVM_OUT_OF_MEMORY, "java.lang.OutOfMemoryError: Java heap space", "services.api.memory"),
                log(
                        Cause.JAVA_VERSION,
                        "UnsupportedClassVersionError: (class file version 69.0), recognizes class file versions up to"
                                + " 61.0",
                        "services.api.image"),
                log(Cause.DISK_FULL, "java.io.IOException: No space left on device", "services.api.resources.disk"),
                log(Cause.DATA_IN_USE, "InnoDB: Unable to lock ./ibdata1 error: 11", "services.api.replicas"),
                log(Cause.FAILED_TO_START, "Caused by: java.lang.IllegalStateException: no key", "kubectl logs"));
    }

    private static Row log(Cause cause, String line, String change) {
        return new Row(cause, crashed(1, line), "", "log: " + line, change);
    }

    static Stream<Row> cluster() {
        return Stream.of(
                new Row(
                        Cause.UNSCHEDULABLE,
                        SceneText.pod("phase: Pending, conditions: [{type: PodScheduled, status: 'False', reason:"
                                + " Unschedulable, message: '0/3 nodes are available: 1 node(s) had untolerated taint"
                                + " {a: b, c: d}, 2 Insufficient memory. preemption: 0/3 nodes are available: 3 No"
                                + " preemption victims found for incoming pod.'}]"),
                        "pod p finds no node: node(s) had untolerated taint {a: b, c: d}, Insufficient memory",
                        "2 of 3 nodes: Insufficient memory",
                        FILE + "services.api.memory"),
                new Row(
                        Cause.QUOTA,
                        SceneText.noPods()
                                .event(
                                        "ReplicaSet",
                                        "api-1",
                                        "FailedCreate",
                                        "Error creating: pods \"api-1-x\" is forbidden: exceeded quota: q, requested:"
                                                + " pods=1,requests.memory=1Gi, used: pods=3,requests.memory=31744Mi,"
                                                + " limited: pods=9,requests.memory=31Gi"),
                        "the quota q leaves no room for its pods: requests.memory",
                        "requests.memory: 31744Mi used + 1Gi requested > 31Gi hard",
                        FILE + "namespace.quota.memory"),
                new Row(
                        Cause.QUOTA,
                        SceneText.setWithoutPods()
                                .event(
                                        "StatefulSet",
                                        "db",
                                        "FailedCreate",
                                        "create Pod db-0 in StatefulSet db failed error: pods \"db-0\" is forbidden:"
                                                + " exceeded quota: q, requested: pods=1, used: pods=9, limited: pods=9"),
                        "the quota q leaves no room for its pods: pods",
                        "pods: 9 used + 1 requested > 9 hard",
                        FILE + "namespace.quota.pods"),
                new Row(
                        Cause.POD_SECURITY,
                        SceneText.noPods()
                                .event(
                                        "ReplicaSet",
                                        "api-1",
                                        "FailedCreate",
                                        "pods \"x\" is forbidden: violates PodSecurity \"restricted:latest\":"
                                                + " runAsNonRoot != true"),
                        "the level restricted:latest",
                        "runAsNonRoot",
                        FILE + "namespace.podSecurity"),
                new Row(
                        Cause.POD_REFUSED,
                        SceneText.noPods()
                                .event(
                                        "ReplicaSet",
                                        "api-1",
                                        "FailedCreate",
                                        "no PriorityClass with name high was found"),
                        "no PriorityClass with name high",
                        "",
                        FILE + "patches"),
                new Row(
                        Cause.VOLUME,
                        SceneText.pod("phase: Pending").event("Pod", "p", "FailedMount", "mount.nfs: timed out"),
                        "pod p does not get its volume",
                        "mount.nfs: timed out",
                        FILE + "cluster.volumes"),
                new Row(
                        Cause.REFERENCE_MISSING,
                        SceneText.pod("phase: Pending")
                                .event(
                                        "Pod",
                                        "p",
                                        "FailedMount",
                                        "MountVolume.SetUp failed for volume \"tls\" : secret \"api-tls\" not found"),
                        "the Secret api-tls, which is not there",
                        "MountVolume",
                        "slipway apply -e dev-ol makes what it describes, or deploy/dev-ol/platform.yaml: services.api.expose.tls"));
    }

    static Stream<Row> others() {
        return Stream.of(
                new Row(
                        Cause.VOLUME,
                        SceneText.claim("storageClassName: fast"),
                        "claim data gets no volume: there is no storage class fast",
                        "",
                        FILE + "cluster.storageClass"),
                new Row(
                        Cause.VOLUME,
                        SceneText.claim("storageClassName: slow"),
                        "the provisioner example.com/nfs of storage class slow makes none",
                        "",
                        FILE + "cluster.storageClass"),
                new Row(
                        Cause.VOLUME,
                        SceneText.claim("storageClassName: slow, volumeName: files")
                                .event(
                                        "PersistentVolumeClaim",
                                        "data",
                                        "FailedBinding",
                                        "volume \"files\" already bound to a different claim."),
                        "claim data gets no volume: files is kept for the claim that had it before",
                        "already bound",
                        "kubectl patch pv files --type merge -p '{\"spec\":{\"claimRef\":null}}'; or another volume: "
                                + FILE + "cluster.volumes"),
                new Row(
                        Cause.CLASS_MISSING,
                        SceneText.ingress("other"),
                        "there is no ingress class other",
                        "there are none",
                        FILE + "cluster.ingressClass"),
                new Row(
                        Cause.CLASS_MISSING,
                        SceneText.gateway("other", ""),
                        "there is no gateway class other",
                        "there is taken",
                        FILE + "cluster.gatewayClass"),
                new Row(
                        Cause.ENTRANCE_REFUSED,
                        SceneText.gateway(
                                "taken", "{type: Accepted, status: 'False', reason: UnsupportedAddress, message: no}"),
                        "its controller says UnsupportedAddress: no",
                        "",
                        FILE + "services.NAME.expose; or another controller: cluster.gatewayClass"),
                new Row(
                        Cause.ENTRANCE_REFUSED,
                        SceneText.route("{type: Accepted, status: 'False', reason: UnsupportedValue, message: no}"),
                        "its controller says UnsupportedValue: no",
                        "",
                        FILE + "services.api.expose"),
                new Row(Cause.NOT_READY, SceneText.noPods(), "0 of 1", "", "slipway diagnose -e dev-ol api"));
    }

    @ParameterizedTest
    @MethodSource({"containers", "logs", "cluster", "others"})
    void eachCauseIsNamedWithWhatShowsItAndWhatToChange(Row row) {
        Diagnosis diagnosis = SceneRules.of(row.scene().scene());

        assertThat(diagnosis.cause()).as(diagnosis.toString()).isEqualTo(row.cause());
        assertThat(diagnosis.what()).contains(row.what()).isNotBlank();
        assertThat(String.join("\n", diagnosis.evidence())).contains(row.evidence());
        assertThat(diagnosis.change()).contains(row.change());
    }

    @Test
    void everyCauseOfAnObjectHasARow() {
        Set<Cause> shown = Stream.of(containers(), logs(), cluster(), others())
                .flatMap(rows -> rows)
                .map(Row::cause)
                .collect(Collectors.toSet());

        assertThat(shown)
                .containsAll(List.of(Cause.values()).stream()
                        .filter(cause -> cause != Cause.NOT_APPLIED) // about an object that is not there
                        .toList());
    }
}
