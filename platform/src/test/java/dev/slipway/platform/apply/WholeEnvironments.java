package dev.slipway.platform.apply;

import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.Rendering;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import io.fabric8.kubernetes.api.model.APIService;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The committed environments, and a cluster with room for them. */
final class WholeEnvironments {
    private static final Path DEPLOY = Path.of("..", "deploy").toAbsolutePath().normalize();
    private static final int NODES = 6;

    private final KubernetesClient client;

    WholeEnvironments(KubernetesClient client) {
        this.client = client;
    }

    /** @param more text after the description, such as patches */
    static Manifests rendered(String name, String more) {
        try {
            String text = Files.readString(DEPLOY.resolve(name).resolve("platform.yaml"));
            Environment environment = Descriptions.parse(name, text + more).orThrow();
            var namespace = Objects.requireNonNull(environment.namespace());
            return Rendering.of(
                    environment,
                    new Variables("registry.example.com", namespace.name(), "1"),
                    new Contents(configuration()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, String> configuration() throws IOException {
        var documents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(DEPLOY.resolve("config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                documents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return documents;
    }

    /** Simulated nodes that the largest pod fits on. */
    void addNodes() {
        Map<String, Quantity> room = Map.of(
                "cpu",
                Quantity.parse("16"),
                "memory",
                Quantity.parse("64Gi"),
                "pods",
                Quantity.parse("110"),
                "ephemeral-storage",
                Quantity.parse("200Gi"));
        nodes().forEach(name -> {
            var node = new NodeBuilder()
                    .withNewMetadata()
                    .withName(name)
                    .addToAnnotations("kwok.x-k8s.io/node", "fake")
                    .addToLabels("kubernetes.io/hostname", name)
                    .addToLabels("topology.kubernetes.io/zone", "zone-" + name)
                    .endMetadata()
                    .withNewStatus()
                    .withCapacity(room)
                    .withAllocatable(room)
                    .endStatus()
                    .build();
            client.resource(node).create();
        });
    }

    private static List<String> nodes() {
        return IntStream.range(0, NODES).mapToObj(number -> "large-" + number).toList();
    }

    /** Without their pods first, the scheduler would go on counting the nodes for a while. */
    void removeNodes() {
        nodes().forEach(name -> client.nodes()
                .withName(name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"spec\": {\"unschedulable\": true}}"));
        nodes().forEach(name -> client.pods()
                .inAnyNamespace()
                .withField("spec.nodeName", name)
                .withGracePeriod(0)
                .delete());
        nodes().forEach(name -> client.nodes().withName(name).delete());
    }

    /** Deletes all objects, the API first that nobody answers any more, and waits until the namespaces are gone. */
    void remove(Manifests manifests) throws InterruptedException {
        List<HasMetadata> objects = manifests.manifests().stream()
                .map(manifest -> manifest.object())
                .sorted(Comparator.comparing(
                        object -> object instanceof APIService ? 0 : object instanceof Namespace ? 2 : 1))
                .toList();
        objects.forEach(object -> client.resource(object).delete());
        for (HasMetadata object : objects) {
            while (object instanceof Namespace && client.resource(object).get() != null) {
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }
}
