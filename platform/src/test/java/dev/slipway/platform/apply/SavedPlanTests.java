package dev.slipway.platform.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.cluster.ObjectId;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SavedPlanTests {
    private static final ObjectId A = new ObjectId("v1", "ConfigMap", "n", "a");
    private static final ObjectId B = new ObjectId("v1", "ConfigMap", "n", "b");
    private static final Plan PLAN = new Plan(List.of(Change.of(A, Action.UPDATE), Change.of(B, Action.CREATE)));
    private static final URI SERVER = URI.create("https://127.0.0.1:6443/");
    private static final SavedPlan SAVED = new SavedPlan(
            "dev-ol",
            "n",
            new SavedPlan.Images("r", "t"),
            SERVER,
            "digest",
            new TreeMap<>(Map.of(A.text(), "u, version 1")),
            PLAN.changes());

    private static void assertRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(error.what()).contains(why);
        });
    }

    @Test
    void itFitsWhatHasNotMoved() {
        assertThatCode(() -> SAVED.requireSame(SERVER, "digest")).doesNotThrowAnyException();
        assertThatCode(() -> SAVED.requireSame(PLAN, Map.of(A, "u, version 1"))).doesNotThrowAnyException();
    }

    @Test
    void whateverMovedIsNamed() {
        assertRefused(() -> SAVED.requireSame(PLAN, Map.of(A, "u, version 2")), "ConfigMap n/a has changed");
        assertRefused(() -> SAVED.requireSame(PLAN, Map.of()), "ConfigMap n/a is gone");
        assertRefused(
                () -> SAVED.requireSame(PLAN, Map.of(A, "u, version 1", B, "v, version 1")),
                "ConfigMap n/b is there now");
    }

    @Test
    void anotherClusterDescriptionOrPlanIsRefused() {
        assertRefused(() -> SAVED.requireSame(URI.create("https://10.0.0.1/"), "digest"), "another cluster");
        assertRefused(() -> SAVED.requireSame(SERVER, "other"), "the description has changed");
        assertRefused(
                () -> SAVED.requireSame(new Plan(List.of(Change.of(A, Action.UPDATE))), Map.of(A, "u, version 1")),
                "other changes");
    }

    @Test
    void statusAndNumberOfPodsAreNoChangeButEverythingElseIs() throws Exception {
        String before = version("{'metadata': {'uid': 'u', 'resourceVersion': '8'}, 'spec': {'a': 1, 'replicas': 2}}");
        assertThat(version("{'metadata': {'uid': 'u', 'resourceVersion': '9'}, 'spec': {'a': 1, 'replicas': 3},"
                        + " 'status': {'ready': 1}}"))
                .isEqualTo(before);
        assertThat(version("{'metadata': {'uid': 'u'}, 'spec': {'a': 2, 'replicas': 2}}"))
                .isNotEqualTo(before);
        assertThat(version("{'metadata': {'uid': 'v'}, 'spec': {'a': 1}}")).isNotEqualTo(before);
        assertThat(version("{'metadata': {'uid': 'u', 'labels': {'a': 'b'}}, 'spec': {'a': 1}}"))
                .isNotEqualTo(before);
    }

    @Test
    void theVersionOfASecretSaysNothingOfItsValue() throws Exception {
        assertThat(version("{'kind': 'Secret', 'metadata': {'uid': 'u', 'resourceVersion': '9'}, 'data': {'a': 'b'}}"))
                .isEqualTo("u, version 9");
    }

    private static String version(String json) throws Exception {
        return Versions.of((ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"')));
    }
}
