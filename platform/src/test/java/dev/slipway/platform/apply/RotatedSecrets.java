package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.Ran;
import dev.slipway.platform.report.ExitCode;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What {@code slipway rotate --all} made of the Secrets of the development environment. */
final class RotatedSecrets {
    private final KubernetesClient client;
    private final String namespace;
    private final Map<String, String> before;

    /** Remembers the values before it. */
    RotatedSecrets(KubernetesClient client, String namespace) {
        this.client = client;
        this.namespace = namespace;
        this.before = values();
    }

    /** Secret and key → value. */
    private Map<String, String> values() {
        var values = new TreeMap<String, String>();
        for (Secret secret : client.secrets().inNamespace(namespace).list().getItems()) {
            if (secret.getData() != null) {
                secret.getData()
                        .forEach((key, value) -> values.put(
                                secret.getMetadata().getName() + "/" + key,
                                new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
            }
        }
        return values;
    }

    /** @param ran with {@code -o json} */
    void assertGivenOut(Ran ran) throws IOException {
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
        Map<String, String> after = values();
        assertThat(after).containsOnlyKeys(before.keySet());
        assertSameOnBothSides(after);
        Stream.concat(before.values().stream(), after.values().stream())
                .forEach(value -> assertThat(ran.out() + ran.err()).doesNotContain(value));
        List<String> lines = ran.out().lines().toList();
        var result = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(result.path("event").asText()).isEqualTo("result");
        assertThat(result.path("rotated").toString()).contains("mysql-root-password", "rabbitmq-password");
    }

    /** Neither the values of before nor those of now stand in a text, be it as they are or as a Secret holds them. */
    void assertToldNowhereIn(String text) {
        Stream.concat(before.values().stream(), values().values().stream()).forEach(value -> assertThat(text)
                .doesNotContain(value, Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))));
    }

    private void assertSameOnBothSides(Map<String, String> after) {
        assertThat(after.get("service-order-secrets/mysql-password"))
                .isEqualTo(after.get("mysql-secrets/mysql-password-order"))
                .isNotEqualTo(before.get("service-order-secrets/mysql-password"));
        assertThat(after.get("server-gateway-secrets/redis-password"))
                .isEqualTo(after.get("redis-secrets/redis-password"))
                .isNotEqualTo(before.get("redis-secrets/redis-password"));
        assertThat(after.get("mysql-secrets/mysql-root-password"))
                .isNotEqualTo(before.get("mysql-secrets/mysql-root-password"));
        assertThat(after.get("service-user-secrets/data-key")).isEqualTo(before.get("service-user-secrets/data-key"));
    }
}
