package dev.slipway.platform.apply;

import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.Connection;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Someone who may do everything in one namespace but with workloads, where what may be written is told one by one. */
public final class TestUser {
    private final KubernetesClient admin;
    private final String namespace;

    private TestUser(KubernetesClient admin, String namespace) {
        this.admin = admin;
        this.namespace = namespace;
    }

    public static TestUser of(KubernetesClient admin, String namespace) {
        var user = new TestUser(admin, namespace);
        user.apply("{apiVersion: v1, kind: Namespace, metadata: {name: %1$s}}");
        user.apply("{apiVersion: v1, kind: ServiceAccount, metadata: {name: user, namespace: %1$s}}");
        user.apply("""
                {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: %1$s}, rules: [
                 {apiGroups: [''], resources: [namespaces], verbs: [get, list, patch]}]}
                """);
        user.bind("ClusterRole", "");
        user.bind("Role", ", namespace: " + namespace);
        return user;
    }

    private void bind(String kind, String place) {
        apply("""
                {apiVersion: rbac.authorization.k8s.io/v1, kind: KINDBinding, metadata: {name: %1$s PLACE},
                 roleRef: {apiGroup: rbac.authorization.k8s.io, kind: KIND, name: %1$s},
                 subjects: [{kind: ServiceAccount, name: user, namespace: %1$s}]}
                """.replace("KIND", kind).replace(" PLACE", place));
    }

    /** Sets which resources of {@code apps} the user may write. */
    public void may(String... workloads) {
        apply("""
                {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: %1$s, namespace: %1$s}, rules: [
                 {apiGroups: ['', coordination.k8s.io, autoscaling], resources: ['*'], verbs: ['*']},
                 {apiGroups: [apps], resources: ['*'], verbs: [get, list]},
                 {apiGroups: [apps], resources: [WORKLOADS], verbs: ['*']}]}
                """.replace("WORKLOADS", Stream.of(workloads).collect(Collectors.joining(", "))));
    }

    /** The cluster as this user sees it. */
    Cluster cluster() throws IOException {
        return new Connection(kubeconfig(), null).open();
    }

    public Path kubeconfig() throws IOException {
        String token = admin.serviceAccounts()
                .inNamespace(namespace)
                .withName("user")
                .tokenRequest(new TokenRequestBuilder().withNewSpec().endSpec().build())
                .getStatus()
                .getToken();
        String text = Files.readString(TestCluster.running().kubeconfig());
        Path file = Files.createTempFile("user", ".kubeconfig");
        Files.writeString(
                file, text.replaceFirst("(?m)^users: .*$", "users: [{name: test, user: {token: " + token + "}}]"));
        file.toFile().deleteOnExit();
        return file;
    }

    private void apply(String yaml) {
        admin.resource(Sample.yaml(yaml.replace("%1$s", namespace))).serverSideApply();
    }
}
