package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScalingTests {
    private static Optional<ObjectNode> live(String manager, String operation, String field) {
        String json = """
                {"metadata": {"managedFields": [{"manager": "%s", "operation": "%s", "fieldsV1": {"f:spec": {"%s": {}}}}]},
                 "spec": {"replicas": 3}}
                """.formatted(manager, operation, field);
        try {
            return Optional.of((ObjectNode) new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void aNumberOfOursIsHeld() {
        assertThat(Scaling.held(live("slipway", "Apply", "f:replicas"))).isEqualTo(3);
    }

    @Test
    void aNumberOfSomeoneElseIsLeftOut() {
        assertThat(Scaling.held(live("kube-controller-manager", "Update", "f:replicas")))
                .isNull();
        assertThat(Scaling.held(live("slipway", "Update", "f:replicas"))).isNull();
        assertThat(Scaling.held(live("slipway", "Apply", "f:template"))).isNull();
        assertThat(Scaling.held(Optional.empty())).isNull();
    }
}
