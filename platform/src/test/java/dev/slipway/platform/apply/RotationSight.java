package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.platform.cluster.Cluster;
import dev.slipway.platform.cluster.ObjectId;
import java.util.Set;
import java.util.TreeSet;

/** What became of a {@link RotationSample}. */
record RotationSight(Cluster cluster, String namespace) {

    JsonNode data(String secret) throws InterruptedException {
        return cluster.get(new ObjectId("v1", "Secret", namespace, secret))
                .orElseThrow()
                .path("data");
    }

    String password() throws InterruptedException {
        return data("db-secrets").path("password").asText();
    }

    String ownKey() throws InterruptedException {
        return data("api-secrets").path("own-key").asText();
    }

    static Set<String> keys(JsonNode data) {
        var keys = new TreeSet<String>();
        data.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    long generation(String deployment) throws InterruptedException {
        return cluster.get(workload(deployment))
                .orElseThrow()
                .at("/metadata/generation")
                .asLong();
    }

    ObjectId workload(String name) {
        return new ObjectId("apps/v1", "Deployment", namespace, name);
    }

    ObjectId job(String phase) {
        return new ObjectId("batch/v1", "Job", namespace, "db-" + phase);
    }

    /** Everybody has the same new password, and nothing of the way there is left. */
    void holds(String before) throws InterruptedException {
        assertThat(keys(data("db-secrets"))).containsExactly("password");
        assertThat(keys(data("api-secrets"))).containsExactly("db", "own-key");
        assertThat(password()).isNotEmpty().isNotEqualTo(before);
        assertThat(data("api-secrets").path("db").asText()).isEqualTo(password());
        assertThat(data("web-secrets").path("db").asText()).isEqualTo(password());
        assertThat(cluster.list("batch/v1", "Job", namespace, "")).isEmpty();
    }
}
