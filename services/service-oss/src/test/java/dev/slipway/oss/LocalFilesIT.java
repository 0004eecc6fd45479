package dev.slipway.oss;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class LocalFilesIT extends FileContract {
    private Instance one;
    private Instance two;

    @BeforeAll
    void start(@TempDir Path directory) {
        one = Instance.start(directory);
        two = Instance.start(directory);
    }

    @AfterAll
    void stop() {
        two.close();
        one.close();
    }

    @Override
    Instance one() {
        return one;
    }

    @Override
    Instance two() {
        return two;
    }
}
