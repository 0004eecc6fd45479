package dev.slipway.platform;

import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/** Objects and descriptions that tests write as text. */
public final class Written {
    private static final KubernetesSerialization YAML = new KubernetesSerialization();

    private Written() {}

    public static HasMetadata object(String text) {
        return object(text, HasMetadata.class);
    }

    /** In flow style; what begins with a brace would be read as JSON. */
    public static <T extends HasMetadata> T object(String text, Class<T> type) {
        return YAML.unmarshal("---\n" + text, type);
    }

    /** The environment dev-ol with one service, {@code api}; each of its parts in flow style. */
    public static Environment environment(String cluster, String middleware, String api) {
        return Descriptions.parse("platform.yaml", """
                        apiVersion: slipway.dev/v1
                        kind: Environment
                        name: dev-ol
                        cluster: { %s }
                        namespace: { name: his }
                        middleware: { %s }
                        services:
                          api: { entry: true, %s }
                        """.formatted(cluster, middleware, api))
                .orThrow();
    }
}
