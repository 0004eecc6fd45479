package dev.slipway.platform.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.spec.Descriptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What Kubernetes offers and a product has a use for: each has one in dev-ol or prod-ol, or is a switch of the description
 * (below {@code golden}, the description with every key, or in {@link #SWITCHED}).
 */
class KindsInUseTests {
    private static final String SWITCHED = """
            apiVersion: slipway.dev/v1
            kind: Environment
            name: switched
            cluster: {}
            namespace: { name: his }
            middleware:
              nacos: { memory: 1Gi, updates: { strategy: on-delete } }
            services:
              server-gateway: { entry: true, needs: [nacos] }
            """;

    private static final Map<String, List<Object>> RENDERED = Map.of(
            "dev-ol", committed("dev-ol"),
            "prod-ol", committed("prod-ol"),
            "golden", read(DeployFile.text(Golden.rendered())),
            "switched", read(switched()));

    private static String switched() {
        return DeployFile.text(Rendering.of(
                Descriptions.parse("switched.yaml", SWITCHED).orThrow(),
                new Variables("registry", "his", "1"),
                new Contents(new TreeMap<>())));
    }

    private static List<Object> committed(String environment) {
        try {
            return read(Files.readString(Path.of("..", "deploy", environment, "deploy.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Object> read(String text) {
        Iterable<Object> documents = new Load(LoadSettings.builder().build()).loadAllFromString(text);
        return StreamSupport.stream(documents.spliterator(), false).toList();
    }

    /** A path is keys with dots between; {@code **} is any number of keys and positions. */
    private static Stream<Object> find(@Nullable Object node, List<String> path) {
        if (path.isEmpty()) {
            return Stream.ofNullable(node);
        }
        List<String> rest = path.subList(1, path.size());
        if (path.get(0).equals("**")) {
            return Stream.concat(find(node, rest), children(node).stream().flatMap(child -> find(child, path)));
        }
        return node instanceof Map<?, ?> map ? find(map.get(path.get(0)), rest) : Stream.empty();
    }

    private static Collection<?> children(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            return map.values();
        }
        return node instanceof List<?> list ? list : List.of();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource(delimiter = '|', nullValues = "any", textBlock = """
            dev-ol   | Namespace               | metadata.name                        | any
            dev-ol   | ResourceQuota           | spec.hard                            | any
            dev-ol   | LimitRange              | spec.limits                          | any
            dev-ol   | ServiceAccount          | metadata.name                        | any
            dev-ol   | Role                    | rules                                | any
            dev-ol   | RoleBinding             | roleRef.name                         | any
            dev-ol   | ClusterRole             | rules                                | any
            dev-ol   | ClusterRoleBinding      | roleRef.name                         | any
            dev-ol   | PriorityClass           | value                                | any
            dev-ol   | NetworkPolicy           | spec.podSelector                     | any
            dev-ol   | ConfigMap               | immutable                            | true
            dev-ol   | Job                     | **.env.**.configMapKeyRef.name       | any
            dev-ol   | Deployment              | **.envFrom.**.configMapRef.name      | any
            dev-ol   | StatefulSet             | **.volumes.**.configMap.name         | any
            dev-ol   | DaemonSet               | **.volumeMounts.**.subPath           | fluent-bit.yaml
            dev-ol   | Deployment              | **.volumes.**.secret.secretName      | any
            dev-ol   | Ingress                 | spec.tls                             | any
            prod-ol  | Deployment              | **.imagePullSecrets.**.name          | registry-login
            dev-ol   | PersistentVolume        | spec.nfs.server                      | any
            dev-ol   | PersistentVolumeClaim   | spec.volumeName                      | any
            prod-ol  | PersistentVolumeClaim   | spec.storageClassName                | nfs-csi
            dev-ol   | StorageClass            | provisioner                          | kubernetes.io/no-provisioner
            dev-ol   | StorageClass            | parameters.archiveOnDelete           | true
            dev-ol   | StorageClass            | metadata.annotations                 | {storageclass.kubernetes.io/is-default-class=true}
            prod-ol  | CSIDriver               | metadata.name                        | any
            dev-ol   | StatefulSet             | spec.updateStrategy.rollingUpdate.partition | any
            switched | StatefulSet             | spec.updateStrategy.type             | OnDelete
            prod-ol  | Deployment              | spec.strategy.rollingUpdate.maxSurge | 25%
            dev-ol   | Deployment              | spec.strategy.rollingUpdate.maxUnavailable | any
            dev-ol   | Deployment              | spec.strategy.type                   | Recreate
            dev-ol   | Deployment              | spec.minReadySeconds                 | any
            dev-ol   | Deployment              | spec.revisionHistoryLimit            | any
            dev-ol   | DaemonSet               | metadata.name                        | log-collector
            dev-ol   | CronJob                 | spec.schedule                        | any
            prod-ol  | HorizontalPodAutoscaler | spec.maxReplicas                     | any
            prod-ol  | PodDisruptionBudget     | spec.maxUnavailable                  | any
            dev-ol   | Service                 | spec.type                            | ClusterIP
            dev-ol   | Service                 | spec.type                            | NodePort
            dev-ol   | Service                 | spec.clusterIP                       | None
            golden   | Service                 | spec.type                            | ExternalName
            golden   | EndpointSlice           | **.addresses                         | any
            dev-ol   | Ingress                 | **.host                              | any
            golden   | Ingress                 | **.nginx.ingress.kubernetes.io/rewrite-target | any
            golden   | Ingress                 | **.nginx.ingress.kubernetes.io/limit-rps | 50
            dev-ol   | IngressClass            | metadata.name                        | nginx
            prod-ol  | GatewayClass            | metadata.name                        | slipway
            prod-ol  | Gateway                 | **.certificateRefs                   | any
            prod-ol  | HTTPRoute               | **.backendRefs                       | any
            dev-ol   | APIService              | spec.group                           | metrics.k8s.io
            golden   | Deployment              | **.nodeSelector                      | any
            golden   | Deployment              | **.nodeAffinity                      | any
            golden   | Deployment              | **.podAffinity                       | any
            dev-ol   | Deployment              | **.podAntiAffinity                   | any
            dev-ol   | DaemonSet               | **.tolerations                       | any
            dev-ol   | StatefulSet             | **.topologySpreadConstraints         | any
            dev-ol   | StatefulSet             | **.initContainers.**.name            | any
            dev-ol   | StatefulSet             | **.lifecycle.preStop                 | any
            dev-ol   | Deployment              | **.startupProbe.httpGet              | any
            dev-ol   | Deployment              | **.livenessProbe.tcpSocket           | any
            dev-ol   | StatefulSet             | **.readinessProbe.exec               | any
            golden   | Deployment              | **.readinessProbe.grpc.port          | 9090
            """)
    void eachHasAUse(String where, String kind, String path, @Nullable String value) {
        assertThat(RENDERED.get(where))
                .filteredOn(object -> object instanceof Map<?, ?> map && kind.equals(map.get("kind")))
                .flatMap(
                        object -> find(object, keys(path)).map(Object::toString).toList())
                .anyMatch(found -> value == null || found.equals(value));
    }

    /** The keys of Ingress annotations have dots of their own. */
    private static List<String> keys(String path) {
        int annotation = path.indexOf("nginx.ingress");
        if (annotation > 0) {
            return List.of("**", path.substring(annotation));
        }
        return List.of(path.split("\\.", -1));
    }
}
