package dev.slipway.platform.render;

import dev.slipway.platform.manifest.Manifests;
import dev.slipway.platform.render.part.Contents;
import dev.slipway.platform.render.part.Variables;
import dev.slipway.platform.spec.Descriptions;
import dev.slipway.platform.spec.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The description that uses every key, rendered. */
public final class Golden {
    static final Path DIRECTORY = Path.of("src/test/resources/golden");
    private static final Contents CONTENTS = new Contents(
            new TreeMap<>(Map.of("shared.yaml", "logging.level:\n  root: info\n", "rules.json", "[{\"count\": 5}]\n")));

    private Golden() {}

    public static Manifests rendered() {
        return rendered(UnaryOperator.identity());
    }

    /** Of the description with a change in its text. */
    public static Manifests rendered(UnaryOperator<String> change) {
        return Rendering.of(environment(change), Variables.PLACEHOLDERS, CONTENTS);
    }

    /** The description with a change in its text. */
    public static Environment environment(UnaryOperator<String> change) {
        try {
            String text = change.apply(Files.readString(DIRECTORY.resolve("platform.yaml")));
            return Descriptions.parse("platform.yaml", text).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
