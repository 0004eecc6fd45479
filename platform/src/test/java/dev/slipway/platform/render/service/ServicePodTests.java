package dev.slipway.platform.render.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Written;
import dev.slipway.platform.render.Rendering;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pod that is stopped: callers by a Service go first, then those who ask the registry, then what is begun is finished. */
class ServicePodTests {
    private static PodSpec pod(String name, String api) {
        var environment = Written.environment("", "", api + " }\n  inner: { " + api);
        return Rendering.of(environment, new Variables("r", "his", "1"), new Contents(new TreeMap<>()))
                .objects()
                .stream()
                .filter(Deployment.class::isInstance)
                .map(Deployment.class::cast)
                .filter(deployment -> deployment.getMetadata().getName().equals(name))
                .map(deployment -> deployment.getSpec().getTemplate().getSpec())
                .findFirst()
                .orElseThrow();
    }

    /** Five seconds for a Service's endpoints, the drain, twice Spring's time for a phase, five more. */
    @ParameterizedTest
    @CsvSource({
        "api, 'drain: 5s', 5s, 35",
        "api, 'drain: 12s', 12s, 42",
        "inner, 'drain: 12s', 12s, 37",
        "inner, 'drain: 1500ms', 1500ms, 27"
    })
    void theTimeToStopIsTheSumOfWhatAStopTakes(String name, String described, String drain, long grace) {
        PodSpec pod = pod(name, described);

        assertThat(pod.getTerminationGracePeriodSeconds()).isEqualTo(grace);
        assertThat(pod.getContainers().get(0).getEnv())
                .filteredOn(variable -> variable.getName().equals("SLIPWAY_DRAIN"))
                .extracting("value")
                .containsExactly(drain);
    }

    /** Who is found by the registry alone has left it once it is told to stop. */
    @Test
    void onlyWhatAServiceLeadsToWaitsForIt() {
        assertThat(pod("api", "drain: 5s")
                        .getContainers()
                        .get(0)
                        .getLifecycle()
                        .getPreStop()
                        .getExec()
                        .getCommand())
                .containsExactly("sleep", "5");
        assertThat(pod("inner", "drain: 5s").getContainers().get(0).getLifecycle())
                .isNull();
    }

    @Test
    void aPhaseOfTheShutdownLastsAsLongAsHere() throws IOException {
        assertThat(Files.readString(Path.of("../services/libs/web/src/main/resources/slipway/service.yml")))
                .contains("lifecycle.timeout-per-shutdown-phase: 10s");
    }
}
