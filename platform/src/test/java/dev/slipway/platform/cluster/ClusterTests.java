package dev.slipway.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusterTests {
    /** The typed form is what is kept, perhaps a thousand times; conflicts and owners are read from the tree. */
    @Test
    void whoOwnsWhichFieldIsInTheTreeAlone() {
        var tree = (ObjectNode) Api.read("""
                {"apiVersion": "v1", "kind": "ConfigMap", "data": {"a": "b"}, "metadata": {"name": "m",
                 "resourceVersion": "7", "managedFields": [{"manager": "slipway"}]}}
                """);
        ObjectNode before = tree.deepCopy();
        try (var cluster = new Cluster(
                new KubernetesClientBuilder().withConfig(Config.empty()).build(), new Random(1), request -> {})) {
            HasMetadata typed = cluster.typed(tree);

            assertThat(typed.getMetadata().getManagedFields()).isEmpty();
            before.withObject("/metadata").remove("managedFields");
            assertThat(cluster.tree(typed)).isEqualTo(before);
            assertThat(tree.at("/metadata/managedFields/0/manager").asText()).isEqualTo("slipway");
        }
    }
}
