package dev.slipway.platform.render.middleware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.DeployFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After a wanted change: {@code -Dslipway.golden.write=true} writes the files anew; read the difference. */
class GoldenMiddlewareTests {
    private static final Path DIRECTORY = Path.of("src/test/resources/golden-middleware");

    static List<Map.Entry<String, String>> rendered() {
        var texts = new TreeMap<String, String>();
        Stream.of("mysql", "redis", "mongodb", "rabbitmq", "nacos", "sentinel-dashboard")
                .forEach(kind -> texts.put(kind + ".yaml", text(Servers.SINGLE, kind)));
        Stream.of("mysql", "redis", "mongodb", "rabbitmq", "nacos")
                .forEach(kind -> texts.put(kind + "-clustered.yaml", text(Servers.CLUSTERED, kind)));
        return List.copyOf(texts.entrySet());
    }

    private static String text(String middleware, String kind) {
        return DeployFile.text(new Manifests("golden", "golden", Servers.of(middleware, kind), List.of()))
                .replaceAll("(?m)^#.*\n", "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rendered")
    void theObjectsAreTheExpectedOnes(Map.Entry<String, String> server) throws IOException {
        Path file = DIRECTORY.resolve(server.getKey());
        if (Boolean.getBoolean("slipway.golden.write")) {
            Files.writeString(file, server.getValue());
        }

        assertThat(file).exists();
        assertThat(server.getValue()).isEqualTo(Files.readString(file));
    }

    @Test
    void everyExpectationIsUsed() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            rendered().stream().map(Map.Entry::getKey).toList());
        }
    }
}
