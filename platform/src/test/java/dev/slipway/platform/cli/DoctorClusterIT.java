package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.Ran;
import dev.slipway.platform.apply.TestCluster;
import dev.slipway.platform.report.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.slipway.platform.apply.TestCluster#available")
class DoctorClusterIT {
    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();
    private final String namespace = "t-" + UUID.randomUUID().toString().substring(0, 8);

    private Ran doctor(String environment, String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(new String[] {"doctor", "-e", environment, "-n", namespace}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Ran.onCluster(SOURCES, TestCluster.running().kubeconfig(), arguments);
    }

    /** The simulated cluster has nodes, classes of its own, and no DNS; the environment brings its own metrics. */
    @Test
    void eachCheckTellsWhatTheClusterHas() throws IOException {
        var ran = doctor("prod-ol", "-o", "json");

        assertThat(ran.exit()).isEqualTo(ExitCode.FAILED);
        var verdicts = new HashMap<String, String>();
        for (JsonNode finding : new ObjectMapper().readTree(ran.out())) {
            verdicts.merge(
                    finding.path("check").asText(),
                    finding.path("verdict").asText() + ": "
                            + finding.path("found").asText(),
                    (first, second) -> first + "\n" + second);
        }
        assertThat(verdicts.get("kubernetes")).startsWith("ok: v1.");
        assertThat(verdicts.get("permissions")).startsWith("ok");
        assertThat(verdicts.get("kinds")).startsWith("problem").contains("HTTPRoute");
        assertThat(verdicts.get("room")).contains("on 3 nodes, requested are");
        assertThat(verdicts.get("dns")).startsWith("problem: there is no Service kube-dns");
        assertThat(verdicts.get("clock")).startsWith("ok");
        assertThat(verdicts.get("metrics")).startsWith("ok");
        assertThat(verdicts).containsKeys("classes", "secrets", "quota", "ingress classes", "csi drivers");
    }

    @Test
    void thePlainTableIsThatOfTheMachine() {
        var ran = doctor("dev-ol");

        assertThat(ran.out().lines().findFirst().orElseThrow().split(" +"))
                .containsExactly("CHECK", "VERDICT", "FOUND", "FIX");
    }

    @Test
    void anEnvironmentWithoutAClusterIsRefused() {
        assertThat(doctor("local").exit()).isEqualTo(ExitCode.USAGE);
    }
}
