package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.Ran;
import dev.slipway.platform.config.ConfigStore.Stored;
import dev.slipway.platform.config.NacosStore;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.test.Middleware;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code slipway config} with documents of its own and a real Nacos, step by step. */
class ConfigCommandsIT {
    private static final String NAME = "config-commands.yaml";

    @TempDir
    Path home;

    @Test
    void driftIsShownAndCarriedBothWaysAndWhatWasEditedIsNotWrittenOver() throws Exception {
        Path documents = Files.createDirectories(home.resolve("documents"));
        Path file = Files.writeString(documents.resolve(NAME), "slipway.tries: 4\n");
        assertThat(state()).isEqualTo("only in the files");

        assertThat(config("push").out()).containsPattern(NAME + " +pushed");
        assertThat(state()).isEqualTo("same");
        Ran again = config("push");
        assertThat(again.exit()).isEqualTo(ExitCode.DONE);
        assertThat(again.err()).contains("Nothing to do.");

        edit("slipway.tries: 5");
        assertThat(state()).isEqualTo("changed in Nacos");
        Ran refused = config("push");
        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains(NAME, "--overwrite");
        assertThat(config("pull").out()).containsPattern(NAME + " +pulled");
        assertThat(file).hasContent("slipway.tries: 5\n");

        edit("slipway.tries: 6");
        Files.writeString(file, "slipway.tries: 7\n");
        assertThat(state()).isEqualTo("changed in both");
        assertThat(config("pull").exit()).isEqualTo(ExitCode.REFUSED);
        assertThat(config("push", "--overwrite", NAME).exit()).isEqualTo(ExitCode.DONE);
        assertThat(state()).isEqualTo("same");
    }

    /** Other tests have documents in this Nacos too, so there may be drift whatever the state of ours. */
    private String state() throws Exception {
        Ran diff = config("diff", "-o", "json");
        JsonNode compared = new ObjectMapper().readTree(diff.out());
        assertThat(diff.exit()).isEqualTo(compared.path("drift").asBoolean() ? ExitCode.CHANGES : ExitCode.DONE);
        for (JsonNode document : compared.path("documents")) {
            if (document.path("document").asText().equals(NAME)) {
                return document.path("state").asText();
            }
        }
        return "not shown";
    }

    /** As somebody does in the console. */
    private static void edit(String text) throws Exception {
        var nacos = Middleware.nacos();
        var store = new NacosStore(
                URI.create("http://" + nacos.server().address()), nacos.login().password(), new Random(1));
        store.write(
                "DEFAULT_GROUP",
                NAME,
                "yaml",
                text,
                store.read("DEFAULT_GROUP", NAME).map(Stored::version));
    }

    private Ran config(String... arguments) throws Exception {
        Path password = Files.writeString(
                home.resolve("password"), Middleware.nacos().login().password());
        var all = new ArrayList<>(List.of("config"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--nacos", "http://" + Middleware.nacos().server().address(),
                "--documents", home.resolve("documents").toString(),
                "--password-file", password.toString()));
        return Ran.slipway(home, all.toArray(String[]::new));
    }
}
