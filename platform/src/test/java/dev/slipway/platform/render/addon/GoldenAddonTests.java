package dev.slipway.platform.render.addon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.DeployFile;
import dev.slipway.platform.spec.AddonKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a wanted change: {@code -Dslipway.golden.write=true} writes the files anew; read the difference. */
class GoldenAddonTests {
    private static final Path DIRECTORY = Path.of("src/test/resources/golden-addons");

    @ParameterizedTest
    @EnumSource
    void theObjectsAreTheExpectedOnes(AddonKind kind) throws IOException {
        var manifests = new Manifests("golden", "golden", Addons.of(kind, Addons.plain(kind)), List.of());
        String text = DeployFile.text(manifests).replaceAll("(?m)^#.*\n", "");
        Path file = DIRECTORY.resolve(kind + ".yaml");
        if (Boolean.getBoolean("slipway.golden.write")) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file, text);
        }

        assertThat(file).exists();
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void everyExpectationIsUsed() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(AddonKind.values())
                            .map(kind -> kind + ".yaml")
                            .toList());
        }
    }
}
