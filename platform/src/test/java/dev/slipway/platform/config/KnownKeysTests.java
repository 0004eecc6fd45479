package dev.slipway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KnownKeysTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Workspace WORKSPACE = new Workspace(HOME, HOME.resolve(".slipway"));

    @Test
    void everyDocumentOfTheRepositoryIsValid() throws IOException {
        var files = new ConfigFiles(HOME, Descriptions.load(WORKSPACE, "local"));
        assertThat(files.load()).containsKeys("shared.yaml", "server-gateway.yaml", "server-gateway-flow.json");
    }

    /** After a change of a record: {@code -Dslipway.keys.write=true} writes the file anew. */
    @TestFactory
    Stream<DynamicTest> theCommittedKeysAreThoseOfTheRecords() {
        Map<String, Map<String, String>> all =
                new TreeMap<>(KnownKeys.read(HOME).services());
        return Descriptions.load(WORKSPACE, "local").services().entrySet().stream()
                .map(service -> DynamicTest.dynamicTest(service.getKey(), () -> {
                    Path module = HOME.resolve(service.getValue().moduleOf(service.getKey()));
                    Optional<Map<String, String>> built =
                            Files.exists(module) ? KnownKeys.collect(HOME, module) : Optional.empty();
                    Assumptions.assumeTrue(built.isPresent(), () -> "needs a built " + module + " to compare with");
                    if (Boolean.getBoolean("slipway.keys.write")) {
                        all.put(service.getKey(), built.orElseThrow());
                        Files.writeString(HOME.resolve(KnownKeys.FILE), new KnownKeys(all).text());
                    }
                    assertThat(KnownKeys.read(HOME).of(service.getKey())).isEqualTo(built.orElseThrow());
                }));
    }
}
