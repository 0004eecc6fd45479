package dev.slipway.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.report.ExitCode;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RehearsalIT {
    private static final Path SOURCES = Path.of("..").toAbsolutePath().normalize();

    @Test
    void anApplyWalksToItsEndAndTheSecondFindsNothingToDo() throws Exception {
        try (var cluster = RehearsedCluster.start()) {
            Ran first = apply(cluster);
            assertThat(first.exit()).as(first.err()).isEqualTo(ExitCode.DONE);
            assertThat(first.err()).contains("ready Deployment his-dev/service-order", "All is ready.");

            Ran second = apply(cluster);
            assertThat(second.exit()).as(second.err()).isEqualTo(ExitCode.DONE);
            assertThat(second.err()).contains("Nothing to change");
        }
    }

    /** Else what watches would not be in the archive of what an apply loads. */
    @Test
    void anApplyWaitsAndIsTold() throws Exception {
        try (var cluster = RehearsedCluster.start()) {
            Ran ran = apply(cluster, "-v");

            assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
            assertThat(ran.err().lines().filter(line -> line.contains("/deployments?watch=1")))
                    .isNotEmpty()
                    .allMatch(line -> line.contains(": 200 in "));
        }
    }

    private static Ran apply(RehearsedCluster cluster, String... more) {
        return Ran.onCluster(
                SOURCES,
                cluster.kubeconfig(),
                Stream.concat(line(), Stream.of(more)).toArray(String[]::new));
    }

    private static Stream<String> line() {
        return Stream.of("apply", "-e", "dev-ol", "--registry", "r.example.com", "--tag", "1", "--timeout", "60");
    }
}
