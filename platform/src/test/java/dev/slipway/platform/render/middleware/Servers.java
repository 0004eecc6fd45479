package dev.slipway.platform.render.middleware;

import dev.slipway.platform.manifest.Manifest;
import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.Rendering;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Descriptions with middleware, rendered. */
final class Servers {
    static final String SINGLE = """
            mysql: { memory: 1Gi }
            redis: { memory: 128Mi }
            mongodb: { memory: 512Mi }
            rabbitmq: { memory: 512Mi }
            nacos: { memory: 1Gi }
            sentinel-dashboard: {}
            """;

    static final String CLUSTERED = """
            mysql: { memory: 2Gi, replicas: 2 }
            redis: { memory: 256Mi, replicas: 3 }
            mongodb: { memory: 1Gi, replicas: 3 }
            rabbitmq: { memory: 1Gi, replicas: 3 }
            nacos: { memory: 1Gi, replicas: 3, needs: [mysql] }
            """;

    static final Variables VARIABLES = new Variables("registry", "his", "1");

    private Servers() {}

    static Environment environment(String middleware) {
        String description = """
                apiVersion: slipway.dev/v1
                kind: Environment
                name: example
                cluster: { storageClass: fast }
                namespace: { name: his }
                middleware:
                %s
                services:
                  server-gateway: { entry: true, needs: [nacos, redis, mongodb] }
                  service-cmn: { needs: [nacos, mysql, rabbitmq], schema: cmn }
                """.formatted(middleware.indent(2).stripTrailing());
        return Descriptions.parse("platform.yaml", description).orThrow();
    }

    static Manifests rendered(String middleware) {
        return Rendering.of(environment(middleware), VARIABLES, new Contents(new TreeMap<>()));
    }

    /** The middleware's alone. */
    static List<Manifest> of(String middleware, String component) {
        return rendered(middleware).manifests().stream()
                .filter(manifest -> manifest.component().equals(component))
                .toList();
    }

    static <T extends HasMetadata> T one(Class<T> kind, String name, String middleware) {
        return rendered(middleware).manifests().stream()
                .map(Manifest::object)
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " " + name));
    }

    static Stream<PodTemplateSpec> templates(Stream<HasMetadata> objects) {
        return objects.flatMap(Servers::templates);
    }

    private static Stream<PodTemplateSpec> templates(HasMetadata object) {
        if (object instanceof StatefulSet set) {
            return Stream.of(set.getSpec().getTemplate());
        }
        return object instanceof Deployment deployment
                ? Stream.of(deployment.getSpec().getTemplate())
                : Stream.empty();
    }

    static List<Container> containers(PodTemplateSpec template) {
        var containers = new ArrayList<Container>(template.getSpec().getInitContainers());
        containers.addAll(template.getSpec().getContainers());
        return containers;
    }

    static Container main(String set, String middleware) {
        return one(StatefulSet.class, set, middleware)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0);
    }

    static Map<String, String> variables(Container container) {
        var variables = new TreeMap<String, String>();
        container.getEnv().stream()
                .filter(variable -> variable.getValue() != null)
                .forEach(variable -> variables.put(variable.getName(), variable.getValue()));
        return variables;
    }
}
