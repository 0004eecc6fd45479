package dev.slipway.platform.render.addon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.spec.AddonKind;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchesTests {
    private static final String NFS = "server: nfs.example.com, path: /export";

    private static Container container(AddonKind kind, String addon) {
        return Addons.one(kind, addon, Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "NFS_PROVISIONER, true, archiveOnDelete, true",
        "NFS_PROVISIONER, false, archiveOnDelete, false",
        "NFS_CSI, true, onDelete, archive",
        "NFS_CSI, false, onDelete, delete"
    })
    void theFolderOfADeletedClaimIsKeptOrNot(AddonKind kind, boolean archive, String key, String value) {
        var storageClass = Addons.one(kind, kind + ": { " + NFS + ", archive: " + archive + " }", StorageClass.class);

        assertThat(storageClass.getParameters()).containsEntry(key, value);
    }

    @ParameterizedTest
    @CsvSource({"true, 1", "false, 0"})
    void theClassIsTheDefaultOneWhenTheDescriptionSaysSo(boolean said, int annotations) {
        var storageClass = Addons.one(
                AddonKind.NFS_CSI, "nfs-csi: { " + NFS + ", defaultClass: " + said + " }", StorageClass.class);

        assertThat(storageClass.getMetadata().getAnnotations()).hasSize(annotations);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void kubeletsAreVerifiedUnlessTheDescriptionSaysNo(boolean verify, boolean flag) {
        var arguments = container(AddonKind.METRICS_SERVER, "metrics-server: { verifyKubelets: " + verify + " }")
                .getArgs();

        assertThat(arguments.contains("--kubelet-insecure-tls")).isEqualTo(flag);
    }

    @ParameterizedTest
    @CsvSource({
        "INGRESS_NGINX, load-balancer, LoadBalancer, Local",
        "INGRESS_NGINX, node-port, NodePort, Local",
        "GATEWAY_CONTROLLER, cluster-ip, ClusterIP,"
    })
    void callersComeInByAServiceOfTheDescribedType(AddonKind kind, String written, String type, String policy) {
        var service = Addons.one(kind, kind + ": { serviceType: " + written + " }", Service.class);

        assertThat(service.getSpec().getType()).isEqualTo(type);
        assertThat(service.getSpec().getExternalTrafficPolicy()).isEqualTo(policy);
    }

    @Test
    void logsGoToTheDescribedServerOrAreShown() {
        var sent = Addons.one(
                AddonKind.LOG_COLLECTOR, "log-collector: { sendTo: 'logs.example.com:24224' }", ConfigMap.class);
        var shown = Addons.one(AddonKind.LOG_COLLECTOR, "log-collector: {}", ConfigMap.class);

        assertThat(sent.getData().get("fluent-bit.yaml"))
                .contains("name: forward", "host: logs.example.com", "port: 24224");
        assertThat(shown.getData().get("fluent-bit.yaml"))
                .contains("name: stdout")
                .doesNotContain("forward");
    }

    @Test
    void anotherNamespaceIsOneForAllItsObjects() {
        var objects = Addons.of(AddonKind.HEADLAMP, "headlamp: { namespace: watch }");

        assertThat(objects.stream()
                        .map(manifest -> manifest.object())
                        .filter(Namespace.class::isInstance)
                        .map(HasMetadata::getMetadata))
                .allSatisfy(metadata -> assertThat(metadata.getName()).isEqualTo("watch"));
        assertThat(objects.stream()
                        .map(manifest -> manifest.object().getMetadata().getNamespace()))
                .containsOnly("watch", "his", null);
    }

    /** It writes the address that it is called by into its first page at each start, and ends when it cannot. */
    @Test
    void headlampHasItsPagesWhereItMayWrite() {
        var pod = Addons.one(AddonKind.HEADLAMP, "headlamp: {}", Deployment.class)
                .getSpec()
                .getTemplate()
                .getSpec();

        assertThat(pod.getContainers().get(0).getArgs()).contains("-html-static-dir=/tmp/frontend");
        assertThat(pod.getInitContainers()).singleElement().satisfies(copy -> {
            assertThat(copy.getImage()).isEqualTo(HeadlampComposer.IMAGE);
            assertThat(copy.getCommand()).containsExactly("cp", "-r", "/headlamp/frontend", "/tmp/");
            assertThat(copy.getVolumeMounts())
                    .isSubsetOf(pod.getContainers().get(0).getVolumeMounts());
        });
    }

    @Test
    void anImageIsHeldToItsDigest() {
        String digest = "sha256:" + "0".repeat(64);

        assertThat(container(AddonKind.HEADLAMP, "headlamp: { digest: '" + digest + "' }")
                        .getImage())
                .isEqualTo(HeadlampComposer.IMAGE + "@" + digest);
    }

    /** By itself Fluent Bit looks for new files once a minute. */
    @Test
    void logsOfAPodThatIsGoneSoonAreRead() {
        var settings = Addons.one(AddonKind.LOG_COLLECTOR, "log-collector: {}", ConfigMap.class);

        assertThat(settings.getData().get("fluent-bit.yaml")).contains("refresh_interval: 5");
    }
}
