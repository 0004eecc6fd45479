package dev.slipway.platform.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After a wanted change: {@code -Dslipway.golden.write=true} writes the files anew; read the difference. */
class GoldenTests {
    private static final String GATEWAY = "-gateway-api";

    private static String name(Map.Entry<String, String> kind) {
        return kind.getKey() + ".yaml";
    }

    /** Ingress and Gateway API are one switch; the second way has its own two kinds. */
    private static Map<String, String> kinds() {
        var kinds = texts(Golden.rendered());
        Map<String, String> byGateway = texts(Golden.rendered(text ->
                text.replace("cluster:\n", "cluster:\n  routing: gateway-api\n").replace(", rate: 50", "")));
        Stream.of("Gateway", "HTTPRoute").forEach(kind -> kinds.put(kind + GATEWAY, byGateway.get(kind)));
        return kinds;
    }

    private static Map<String, String> texts(Manifests manifests) {
        return manifests.manifests().stream()
                .collect(Collectors.groupingBy(
                        manifest -> manifest.object().getKind(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        kind -> DeployFile.text(new Manifests("golden", "golden", kind.getValue(), List.of()))
                                .replaceAll("(?m)^#.*\n", ""),
                        (one, other) -> one,
                        TreeMap::new));
    }

    static List<Map.Entry<String, String>> rendered() {
        return List.copyOf(kinds().entrySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rendered")
    void theObjectsOfAKindAreTheExpectedOnes(Map.Entry<String, String> kind) throws IOException {
        Path file = Golden.DIRECTORY.resolve(name(kind));
        if (Boolean.getBoolean("slipway.golden.write")) {
            Files.writeString(file, kind.getValue());
        }

        assertThat(file).exists();
        assertThat(kind.getValue()).isEqualTo(Files.readString(file));
    }

    @Test
    void everyExpectationIsUsed() throws IOException {
        try (Stream<Path> files = Files.list(Golden.DIRECTORY)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(file -> !file.equals("platform.yaml")))
                    .containsExactlyInAnyOrderElementsOf(
                            rendered().stream().map(GoldenTests::name).toList());
        }
    }

    @Test
    void theSameDescriptionGivesTheSameBytes() {
        assertThat(DeployFile.text(Golden.rendered())).isEqualTo(DeployFile.text(Golden.rendered()));
    }
}
