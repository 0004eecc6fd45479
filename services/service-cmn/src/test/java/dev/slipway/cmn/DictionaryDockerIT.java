package dev.slipway.cmn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.test.DockerMiddleware;
import dev.slipway.test.EnabledWithDocker;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same SQL and the same cache on what production runs: MySQL 8.4 and Redis 7. */
@EnabledWithDocker
class DictionaryDockerIT {
    private static final String ENTRIES = "/admin/dictionary-entries";

    @Test
    void seedsReadsEditsExportsAndImports() {
        Store store = Store.on(DockerMiddleware.mysql(), DockerMiddleware.redis());
        try (Instance one = Instance.start(store);
                Instance two = Instance.start(store)) {
            assertThat(two.get("/api/dictionaries/province").names()).hasSize(34);
            String root = one.createRoot("docker", "容器");
            String a = one.create(root, "a", "A");
            String b = one.create(a, "b", "B");
            assertThat(two.get("/api/dictionaries/docker").names()).containsExactly("A");
            one.admin("PUT", ENTRIES + "/" + a, Map.of("parentId", b, "value", "a", "name", "A"))
                    .require(409);
            one.admin("PUT", ENTRIES + "/" + b, Map.of("parentId", root, "value", "b", "name", "B2"))
                    .require(200);
            assertThat(two.get("/api/dictionaries/docker").names()).containsExactly("A", "B2");
            one.admin("DELETE", ENTRIES + "/" + root, null).require(409);

            JsonNode result =
                    two.upload(one.export(), "?atomic=true").require(200).json();
            assertThat(result.get("rejected")).isEmpty();
            assertThat(result.get("created").asInt() + result.get("updated").asInt())
                    .isZero();
            assertThat(result.get("unchanged").asInt()).isGreaterThan(3000);
        }
    }
}
