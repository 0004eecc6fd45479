package dev.slipway.platform.render.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.secrets.SecretName;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What each of them has of its own. */
class SettingsTests {
    /** Key of the Secret of a server → which secret it is. */
    private static Map<String, SecretName> secrets(String kind, String middleware) {
        return Servers.rendered(middleware).secrets().stream()
                .filter(secret -> secret.name().equals(kind + "-secrets"))
                .findFirst()
                .orElseThrow()
                .keys();
    }

    private static Map<String, String> settings(String kind, String middleware) {
        return Servers.one(ConfigMap.class, kind + "-settings", middleware).getData();
    }

    @Test
    void mysqlMakesAUserForEachSchema() {
        assertThat(Servers.variables(Servers.main("mysql", Servers.CLUSTERED))).containsEntry("SCHEMAS", "cmn nacos");
        assertThat(secrets("mysql", Servers.CLUSTERED))
                .containsOnlyKeys(
                        "mysql-password-cmn",
                        "mysql-password-nacos",
                        "mysql-probe-password",
                        "mysql-replication-password",
                        "mysql-root-password");
        assertThat(secrets("nacos", Servers.CLUSTERED).get("mysql-password-nacos"))
                .isEqualTo(secrets("mysql", Servers.CLUSTERED).get("mysql-password-nacos"));
    }

    /** A replica takes a longer one for an error, and goes on without its primary. */
    @Test
    void thePasswordOfAReplicaHasAtMost32Characters() {
        SecretName password =
                Objects.requireNonNull(secrets("mysql", Servers.CLUSTERED).get("mysql-replication-password"));

        assertThat(password.generate(new SecureRandom())).hasSize(32);
    }

    @Test
    void theProbeOfAReplicaUsesNoCommandOfTheClient() {
        assertThat(settings("mysql", Servers.CLUSTERED).get("replicating.sh"))
                .contains("--vertical --execute='SHOW REPLICA STATUS'");
    }

    @Test
    void mysqlIsAskedWithAPasswordFromAFile() {
        assertThat(Servers.main("mysql", Servers.SINGLE)
                        .getReadinessProbe()
                        .getExec()
                        .getCommand())
                .containsExactly("mysqladmin", "--defaults-file=/run/slipway/probe.cnf", "ping");
        assertThat(Servers.main("mysql", Servers.SINGLE).getReadinessProbe().getTimeoutSeconds())
                .isGreaterThanOrEqualTo(5);
    }

    /** A big sort, transaction or index would fill the scratch volume, for which a pod is evicted. */
    @Test
    void mysqlWritesWhatIsBigForAWhileToItsOwnVolume() {
        assertThat(settings("mysql", Servers.CLUSTERED).get("master.cnf")).contains("tmpdir = /var/lib/mysql/tmp\n");
        assertThat(settings("mysql", Servers.CLUSTERED).get("replica.cnf")).contains("tmpdir = /var/lib/mysql/tmp\n");
        assertThat(settings("mysql", Servers.CLUSTERED).get("start.sh")).contains("mkdir -p /var/lib/mysql/tmp\n");
    }

    @Test
    void clientsOfMysqlReachThePrimaryOnly() {
        var selector =
                Servers.one(Service.class, "mysql", Servers.CLUSTERED).getSpec().getSelector();
        var replica = Servers.one(StatefulSet.class, "mysql-replica", Servers.CLUSTERED)
                .getSpec();

        assertThat(selector).containsEntry("slipway.dev/role", "primary");
        assertThat(replica.getReplicas()).isEqualTo(1);
        assertThat(replica.getTemplate().getMetadata().getLabels()).containsEntry("slipway.dev/role", "replica");
        assertThat(settings("mysql", Servers.CLUSTERED).get("replica.cnf")).contains("super-read-only = ON");
        assertThat(settings("mysql", Servers.CLUSTERED).get("master.cnf")).doesNotContain("read-only = ON");
    }

    @Test
    void redisLivesWhileItLoadsButIsNotReady() {
        var redis = Servers.main("redis", Servers.SINGLE);

        assertThat(redis.getLivenessProbe().getExec().getCommand()).endsWith("6379", "LOADING");
        assertThat(redis.getReadinessProbe().getExec().getCommand()).endsWith("6379");
        assertThat(settings("redis", Servers.SINGLE).get("redis.conf"))
                .contains("appendonly yes", "maxmemory 76mb")
                .doesNotContain("requirepass", "min-replicas");
    }

    @Test
    void threeRedisHaveSentinelsThatDecideByTwo() {
        var pod = Servers.one(StatefulSet.class, "redis", Servers.CLUSTERED)
                .getSpec()
                .getTemplate()
                .getSpec();

        assertThat(pod.getContainers()).extracting("name").containsExactly("redis", "sentinel");
        assertThat(Servers.variables(pod.getContainers().get(1)))
                .containsEntry("QUORUM", "2")
                .containsEntry("MEMBERS_DOMAIN", "redis-members.his.svc.cluster.local");
        assertThat(pod.getContainers().get(0).getLifecycle().getPreStop()).isNotNull();
        assertThat(pod.getTerminationGracePeriodSeconds()).isEqualTo(60);
        assertThat(settings("redis", Servers.CLUSTERED).get("redis.conf")).contains("min-replicas-to-write 1");
    }

    /** Before that it could not choose a primary, so nobody should count on it; to live it needs nobody. */
    @Test
    void aSentinelIsReadyWithAQuorum() {
        var sentinel = Servers.one(StatefulSet.class, "redis", Servers.CLUSTERED)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(1);

        assertThat(sentinel.getReadinessProbe().getExec().getCommand())
                .containsExactly("bash", "/etc/slipway/settings/quorum.sh");
        assertThat(sentinel.getStartupProbe().getExec().getCommand()).contains("/etc/slipway/settings/answers.sh");
        assertThat(settings("redis", Servers.CLUSTERED).get("quorum.sh")).contains("SENTINEL CKQUORUM \"$group\"");
        assertThat(settings("redis", Servers.SINGLE)).doesNotContainKey("quorum.sh");
    }

    @Test
    void clientsMayAskTheSentinels() {
        var ports = Servers.one(NetworkPolicy.class, "redis", Servers.CLUSTERED).getSpec().getIngress().stream()
                .flatMap(rule -> rule.getPorts().stream())
                .map(port -> port.getPort().getIntVal());

        assertThat(ports).contains(6379, 26379);
    }

    @Test
    void theMembersOfAReplicaSetShareAKey() {
        assertThat(secrets("mongodb", Servers.CLUSTERED)).containsOnlyKeys("mongodb-key", "mongodb-password");
        assertThat(secrets("mongodb", Servers.SINGLE)).containsOnlyKeys("mongodb-password");
        assertThat(Servers.variables(Servers.main("mongodb", Servers.CLUSTERED)))
                .containsEntry(
                        "MEMBERS",
                        "mongodb-0.mongodb-members.his.svc.cluster.local:27017,"
                                + "mongodb-1.mongodb-members.his.svc.cluster.local:27017,"
                                + "mongodb-2.mongodb-members.his.svc.cluster.local:27017");
    }

    @Test
    void aReplicaThatKnowsNoPrimaryIsNotReady() {
        assertThat(settings("mongodb", Servers.CLUSTERED).get("ready.sh"))
                .contains("me.isWritablePrimary || (me.secondary && me.primary)");
    }

    /** An alarm of another member is that member's: were all unready, nobody could take the messages that caused it. */
    @Test
    void rabbitmqIsReadyWithoutAnAlarmOfItsOwn() {
        assertThat(Servers.main("rabbitmq", Servers.CLUSTERED)
                        .getReadinessProbe()
                        .getExec()
                        .getCommand()
                        .get(2))
                .contains("check_running", "check_local_alarms");
    }

    @Test
    void rabbitmqDrainsWithinItsGracePeriod() {
        var set = Servers.one(StatefulSet.class, "rabbitmq", Servers.CLUSTERED).getSpec();

        assertThat(set.getTemplate().getSpec().getTerminationGracePeriodSeconds())
                .isEqualTo(120);
        assertThat(set.getPodManagementPolicy()).isEqualTo("Parallel");
        assertThat(settings("rabbitmq", Servers.SINGLE).get("rabbitmq.conf"))
                .contains("default_queue_type = quorum")
                .doesNotContain("cluster_formation");
        assertThat(settings("rabbitmq", Servers.CLUSTERED).get("rabbitmq.conf"))
                .contains("cluster_formation.peer_discovery_backend = kubernetes");
    }

    @Test
    void onlyMembersOfAClusterMayAskWhoTheyAre() {
        var rules = Servers.one(Role.class, "rabbitmq", Servers.CLUSTERED).getRules();

        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.getResources()).containsExactly("endpoints");
            assertThat(rule.getResourceNames()).containsExactly("rabbitmq-members");
            assertThat(rule.getVerbs()).containsExactly("get");
        });
        assertThat(Servers.of(Servers.SINGLE, "rabbitmq"))
                .extracting(manifest -> manifest.object().getKind())
                .doesNotContain("Role", "RoleBinding");
    }

    @Test
    void aSingleNodeHasTheNameThatItWouldHaveInACluster() {
        assertThat(Servers.variables(Servers.main("rabbitmq", Servers.SINGLE)).get("RABBITMQ_NODENAME"))
                .isEqualTo(Servers.variables(Servers.main("rabbitmq", Servers.CLUSTERED))
                        .get("RABBITMQ_NODENAME"))
                .isEqualTo("rabbit@$(POD_NAME).rabbitmq-members.his.svc.cluster.local");
    }

    @Test
    void nacosMembersKnowEachOtherByNameBeforeTheyAreReady() {
        var members =
                Servers.one(Service.class, "nacos-members", Servers.CLUSTERED).getSpec();

        assertThat(members.getPublishNotReadyAddresses()).isTrue();
        assertThat(members.getPorts()).extracting("port").containsExactlyInAnyOrder(8848, 9848, 9849, 7848, 8080);
        assertThat(Servers.variables(Servers.main("nacos", Servers.CLUSTERED)))
                .containsEntry("MODE", "cluster")
                .containsEntry("NACOS_SERVER_IP", "$(POD_NAME).nacos-members.his.svc.cluster.local")
                .containsEntry("SPRING_DATASOURCE_PLATFORM", "mysql");
        assertThat(Servers.variables(Servers.main("nacos", Servers.SINGLE)))
                .containsEntry("MODE", "standalone")
                .doesNotContainKey("SPRING_DATASOURCE_PLATFORM");
    }

    @Test
    void nacosIsAskedByItsOwnHealthPages() {
        var nacos = Servers.main("nacos", Servers.SINGLE);

        assertThat(nacos.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/v3/console/health/readiness");
        assertThat(nacos.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/v3/console/health/liveness");
    }

    /** As files they would fill the scratch volume, for which a pod is evicted, and nobody would see them. */
    @Test
    void nacosWritesItsLogsWhereTheyAreSeen() {
        assertThat(settings("nacos", Servers.SINGLE).get("nacos-logback.xml"))
                .contains("ch.qos.logback.core.ConsoleAppender")
                .doesNotContain("FileAppender");
        assertThat(settings("nacos", Servers.SINGLE).get("start.sh"))
                .contains("cp -f /etc/slipway/settings/nacos-logback.xml conf/");
    }

    /** Unless it is told so, it says that it is ready before it has found a leader. */
    @Test
    void nacosIsReadyWithALeader() {
        assertThat(settings("nacos", Servers.CLUSTERED).get("start.sh"))
                .contains("nacos.naming.data.warmup=true", "nacos.core.protocol.raft.strict-mode=true");
    }

    /** Its own page of health goes on naming the leader that it once had. */
    @Test
    void aMemberOfNacosIsReadyWithAMajority() {
        assertThat(Servers.main("nacos", Servers.CLUSTERED)
                        .getReadinessProbe()
                        .getExec()
                        .getCommand())
                .containsExactly("bash", "/etc/slipway/settings/ready.sh");
        assertThat(settings("nacos", Servers.CLUSTERED).get("ready.sh"))
                .contains("/v3/console/health/readiness", "core/cluster/node/list");
        assertThat(settings("nacos", Servers.SINGLE)).doesNotContainKey("ready.sh");
    }

    @Test
    void anotherImageKeepsItsDigest() {
        String digest = "sha256:" + "a".repeat(64);
        String middleware = Servers.SINGLE.replace(
                "mysql: {", "mysql: { image: \"registry.example.com/mysql:8.4.7\", digest: \"" + digest + "\",");

        assertThat(Servers.main("mysql", middleware).getImage())
                .isEqualTo("registry.example.com/mysql:8.4.7@" + digest);
    }

    /** As files they would fill the scratch volume, for which a pod is evicted; of its own calls nobody asks for figures. */
    @Test
    void theDashboardWritesNoFiles() {
        var pod = Servers.one(Deployment.class, "sentinel-dashboard", Servers.SINGLE)
                .getSpec()
                .getTemplate()
                .getSpec();

        assertThat(Servers.variables(pod.getContainers().get(0)).get("JAVA_TOOL_OPTIONS"))
                .contains(
                        "-Dlogging.file.name= ",
                        "-Dcsp.sentinel.log.output.type=console ",
                        "-Dcsp.sentinel.metric.flush.interval=0 ");
    }
}
