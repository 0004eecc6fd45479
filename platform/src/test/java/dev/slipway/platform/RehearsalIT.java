package dev.slipway.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.report.ExitCode;
import java.nio.file.Path;
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

    private static Ran apply(RehearsedCluster cluster) {
        return Ran.onCluster(
                SOURCES,
                cluster.kubeconfig(),
                "apply",
                "-e",
                "dev-ol",
                "--registry",
                "r.example.com",
                "--tag",
                "1",
                "--timeout",
                "60");
    }
}
