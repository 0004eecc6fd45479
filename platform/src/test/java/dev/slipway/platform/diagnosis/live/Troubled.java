package dev.slipway.platform.diagnosis.live;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An environment of one service that does not come up, in a way of its own. */
final class Troubled {
    static final Environment ENVIRONMENT =
            Descriptions.parse("platform.yaml", """
                    apiVersion: slipway.dev/v1
                    kind: Environment
                    name: dev-ol
                    cluster: {}
                    namespace: { name: his }
                    services:
                      api: { entry: true }
                    """).orThrow();

    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private Troubled() {}

    /**
     * All of it.
     *
     * @param annotations of the pod, which decide its fate
     * @param pod fields of its specification
     * @param memory that the container asks for
     * @param more an object of the foundation, with {@code NAMESPACE} where its namespace is; empty for none
     */
    static Manifests environment(String namespace, String annotations, String pod, String memory, String more) {
        var all = new ArrayList<Manifest>();
        if (!more.contains("kind: Namespace")) {
            all.add(manifest(
                    "{apiVersion: v1, kind: Namespace, metadata: {name: NAMESPACE}}", namespace, "foundation"));
        }
        if (!more.isEmpty()) {
            all.add(manifest(more, namespace, "foundation"));
        }
        all.add(manifest("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: api, namespace: NAMESPACE}
                spec:
                  selector: {matchLabels: {app: api}}
                  template:
                    metadata: {labels: {app: api}, annotations: {%s}}
                    spec: {%s containers: [{name: api, image: 'example.com/api:1',
                      resources: {requests: {cpu: 10m, memory: %s}, limits: {cpu: 10m, memory: %s}}}]}
                """.formatted(annotations, pod, memory, memory), namespace, "api"));
        return new Manifests("dev-ol", namespace, all, List.of());
    }

    private static Manifest manifest(String text, String namespace, String component) {
        HasMetadata object = YAML.unmarshal("---\n" + text.replace("NAMESPACE", namespace), HasMetadata.class);
        return new Manifest(object, component, Set.of());
    }
}
