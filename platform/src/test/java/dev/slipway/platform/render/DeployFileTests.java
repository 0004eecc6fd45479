package dev.slipway.platform.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Ran;
import dev.slipway.platform.report.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DeployFileTests {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @ParameterizedTest
    @ValueSource(strings = {"dev-ol", "prod-ol"})
    void theCommittedFileIsTheRenderedOne(String environment) {
        var ran = Ran.slipway(HOME, "render", "-e", environment, "--check");

        assertThat(ran.err()).contains("deploy/" + environment + "/deploy.yaml is up to date");
        assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
    }

    /** What {@code envsubst} would put its own values into. */
    @ParameterizedTest
    @ValueSource(strings = {"dev-ol", "prod-ol"})
    void nothingButTheVariablesIsLeftToSubstitute(String environment) throws IOException {
        String text = Files.readString(HOME.resolve("deploy/" + environment + "/deploy.yaml"));

        assertThat(Pattern.compile("\\$\\{?[A-Za-z_]\\w*}?")
                        .matcher(text)
                        .results()
                        .map(found -> found.group()))
                .isNotEmpty()
                .allMatch(found ->
                        List.of("${REGISTRY}", "${NAMESPACE}", "${TAG}").contains(found));
    }

    @Test
    void whateverIsWrittenIsReadBackAsItWas() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", "yes");
        tree.put("number", 5);
        tree.put("truth", true);
        tree.put("empty", List.of());
        tree.put("none", Map.of());
        tree.put("1key: odd", "~");
        tree.put(
                "plain",
                List.of(
                        "a b", "a: b", "a #b", "- a", "0644", "1e3", "", " a", "a ", "a,b", "[a]", "a\tb", "é中",
                        "\u0007"));
        tree.put("dollar", "${REGISTRY}/x:${TAG} $HOME ${OTHER} $1 \\ \"");
        tree.put("script", "#!/bin/sh\n  cd \"$HOME\"\n\n\techo ${NAMESPACE} \\\n end \n");
        tree.put("block", "a\n\n  b: c\n");
        tree.put("stripped", "a\nb");
        tree.put("kept", "a\nb\n\n\n");
        tree.put("deep", List.of(Map.of("a", List.of(Map.of("b", "c\nd\n"), List.of("e"))), "f"));
        var text = new StringBuilder();

        new YamlText(text).document(tree);

        var read = new Load(LoadSettings.builder().build()).loadFromString(text.toString());
        assertThat(read).isEqualTo(tree);
        assertThat(text.toString()).doesNotContain("$HOME", "${OTHER}").contains("${REGISTRY}/x:${TAG}");
    }
}
