package dev.slipway.oss;

import static dev.slipway.oss.Instance.ALICE;
import static dev.slipway.oss.Instance.identity;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same against a server that speaks S3 and checks signatures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class S3FilesIT extends FileContract {
    private S3Server server;
    private Instance one;
    private Instance two;
    private Path directory;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        directory = folder;
        server = S3Server.start(folder);
        one = Instance.start(folder.resolve("one"), server.settings("a-bucket"));
        two = Instance.start(folder.resolve("two"), server.settings("a-bucket"));
    }

    @AfterAll
    void stop() {
        two.close();
        one.close();
        server.close();
    }

    @Override
    Instance one() {
        return one;
    }

    @Override
    Instance two() {
        return two;
    }

    /** The stand-in looks for the object before it writes and not while it does; what S3 promises it cannot show. */
    @Override
    int atOnce() {
        return 1;
    }

    @Test
    void withoutItsBucketTheServiceSaysSo() {
        try (Instance lost = Instance.start(directory.resolve("lost"), server.settings("no-such-bucket"))) {
            assertThat(lost.upload(ALICE, "a.pdf", Contents.pdf()).status()).isEqualTo(503);
            assertThat(lost.get("/api/files/" + "0".repeat(32), identity(ALICE)).status())
                    .isIn(404, 503);
            lost.get("/actuator/health/readiness", Map.of()).require(503);
            lost.get("/actuator/health/liveness", Map.of()).require(200);
        }
    }
}
