package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.Ran;
import dev.slipway.platform.apply.Checkout;
import dev.slipway.platform.report.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The commands that ask no cluster, with the sources' own environment and changes of it. */
class RenderingCommandsTests {
    private static final String ROOT = """
            patches:
              - object: Deployment/service-cmn
                merge: { spec: { template: { spec: { hostNetwork: true } } } }
            """;

    @TempDir
    Path home;

    private Ran slipway(UnaryOperator<String> description, String... arguments) throws IOException {
        Checkout.make(home, "dev-ol", description);
        return Ran.slipway(home, arguments);
    }

    private Path rendered() {
        return home.resolve("deploy/dev-ol/deploy.yaml");
    }

    @Test
    void whatIsRenderedIsWrittenOnceAndStaleAfterAChange() throws IOException {
        Ran first = slipway(UnaryOperator.identity(), "render", "-e", "dev-ol");
        assertThat(first.exit()).as(first.err()).isEqualTo(ExitCode.DONE);
        assertThat(first.err()).contains("deploy/dev-ol/deploy.yaml is written: ");
        assertThat(rendered()).hasSameTextualContentAs(Path.of("../deploy/dev-ol/deploy.yaml"));
        assertThat(Ran.slipway(home, "render", "-e", "dev-ol").err()).contains("is up to date");

        Path described = home.resolve("deploy/dev-ol/platform.yaml");
        Files.writeString(described, Files.readString(described).replace("memory: 704Mi", "memory: 705Mi"));
        String before = Files.readString(rendered());
        Ran stale = Ran.slipway(home, "render", "-e", "dev-ol", "--check");
        assertThat(stale.exit()).isEqualTo(ExitCode.CHANGES);
        assertThat(stale.err()).contains("deploy/dev-ol/deploy.yaml is stale");
        assertThat(Files.readString(rendered())).isEqualTo(before);
    }

    @Test
    void whatBreaksARuleIsFoundAndNotRendered() throws IOException {
        Ran lint = slipway(text -> text + ROOT, "lint", "-e", "dev-ol", "-o", "json");
        assertThat(lint.exit()).isEqualTo(ExitCode.FAILED);
        JsonNode finding =
                new ObjectMapper().readTree(lint.out()).path("findings").path(0);
        assertThat(finding.path("object").asText()).isEqualTo("Deployment/service-cmn");
        assertThat(finding.path("rule").asText()).isEqualTo("no-host");
        assertThat(lint.err()).containsPattern("\\d+ objects, \\d+ rules: 1 findings, \\d+ waived\\.");

        assertThat(Ran.slipway(home, "lint", "-e", "dev-ol").out())
                .containsPattern("Deployment/service-cmn +no-host +uses a namespace of the node");
        Ran render = Ran.slipway(home, "render", "-e", "dev-ol");
        assertThat(render.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(render.err()).contains("Deployment/service-cmn", "no-host");
        assertThat(rendered()).doesNotExist();
    }

    /** Before a cluster is asked. */
    @Test
    void aLoginThatIsNoneEndsAPlan() throws IOException {
        Files.writeString(home.resolve("config.json"), "{\"auths\": {}}");
        String[] line = {
            "plan", "-e", "dev-ol", "--registry", "r.example.com/his", "--tag", "1", "--docker-config", "config.json"
        };

        Ran unused = slipway(UnaryOperator.identity(), line);
        assertThat(unused.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(unused.err()).contains("no pod pulls with a Secret", "cluster.imagePullSecret");

        Path described = home.resolve("deploy/dev-ol/platform.yaml");
        Files.writeString(
                described, Files.readString(described).replace("ingressClass: nginx", "imagePullSecret: pull"));
        Ran bad = Ran.slipway(home, line);
        assertThat(bad.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(bad.err()).contains("config.json", "it has none at r.example.com", "docker login r.example.com");
    }

    @Test
    void theSourcesKeepAllRules() {
        for (String environment : new String[] {"dev-ol", "prod-ol"}) {
            Ran lint = Ran.slipway(Path.of("..").toAbsolutePath().normalize(), "lint", "-e", environment);
            assertThat(lint.exit()).as(lint.out()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    void anUnusedPatchIsAnErrorOfEveryCommandThatRenders() throws IOException {
        Ran render = slipway(text -> text + ROOT.replace("cmn", "cnm"), "render", "-e", "dev-ol");
        assertThat(render.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(render.err())
                .containsPattern("deploy/dev-ol/platform.yaml:\\d+:5: the patch is not used")
                .contains("did you mean 'Deployment/service-cmn'?");
        assertThat(Ran.slipway(home, "lint", "-e", "dev-ol").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void allFaultsOfADescriptionAreToldAtOnce() throws IOException {
        Ran ran = slipway(
                text -> text.replace("ingressClass: nginx", "ingressClas: nginx")
                        .replace("calls: [service-cmn]", "calls: [service-cnm]"),
                "explain",
                "-e",
                "dev-ol");

        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err().lines().filter(line -> line.contains("deploy/dev-ol/platform.yaml:")))
                .anyMatch(line -> line.contains("did you mean 'ingressClass'?"))
                .anyMatch(line -> line.contains("did you mean 'service-cmn'?"));
    }

    @Test
    void anExplanationHasThreeForms() throws IOException {
        String path = "services.service-order.connections";
        Ran table = slipway(UnaryOperator.identity(), "explain", "-e", "dev-ol", path);
        assertThat(table.exit()).isEqualTo(ExitCode.DONE);
        assertThat(table.out())
                .containsPattern("KEY +VALUE +FROM +MEANING")
                .containsPattern(path + " +20 +deploy/dev-ol/platform.yaml:\\d+ +to MySQL");
        JsonNode json = new ObjectMapper()
                .readTree(Ran.slipway(home, "explain", "-e", "dev-ol", path, "-o", "json")
                        .out());
        assertThat(json.path(0).path("value").asText()).isEqualTo("20");
        assertThat(new Load(LoadSettings.builder().build())
                        .loadFromString(Ran.slipway(home, "explain", "-e", "dev-ol", path, "-o", "yaml")
                                .out())
                        .toString())
                .startsWith("[{path=" + path + ", value=");
        assertThat(Ran.slipway(home, "explain", "-e", "dev-ol", "services.nobody")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anEnvironmentThatIsNotThereOrHasNoClusterIsRefused() throws IOException {
        assertThat(slipway(UnaryOperator.identity(), "lint").err()).contains("--environment=ENV");
        for (String name : new String[] {"local", "nowhere", "../etc"}) {
            assertThat(Ran.slipway(home, "render", "-e", name).exit()).as(name).isEqualTo(ExitCode.USAGE);
        }
    }
}
