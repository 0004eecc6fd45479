package dev.slipway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSyncTests {
    private static final String USER = "service-user.yaml";
    private static final String GATEWAY = "server-gateway.yaml";
    private static final String TRIES = "# how often\nslipway.sign-in:\n  code-tries: 4 # then the code is dead\n";

    @TempDir
    Path directory;

    private final FakeStore nacos = new FakeStore();
    private ConfigSync sync = new ConfigSync(new ConfigFiles(Path.of(""), SampleRules.RULES), nacos);

    @BeforeEach
    void twoFiles() throws IOException {
        sync = new ConfigSync(new ConfigFiles(directory, SampleRules.RULES), nacos);
        Files.writeString(directory.resolve(USER), TRIES);
        Files.writeString(directory.resolve(GATEWAY), "slipway.gateway.origins: []\n");
    }

    private Map<String, Drift> drift() throws Exception {
        return sync.compare().lines().stream().collect(Collectors.toMap(Comparison.Line::name, Comparison.Line::drift));
    }

    private void edit(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    @Test
    void pushesOnceAndThenNothing() throws Exception {
        assertThat(sync.push(Set.of()).changed()).containsExactly(GATEWAY, USER);
        int writes = nacos.writes;
        assertThat(sync.push(Set.of()).changed()).isEmpty();
        assertThat(nacos.writes).isEqualTo(writes);
        assertThat(sync.compare().drifted()).isFalse();
    }

    @Test
    void seesWhoChanged() throws Exception {
        assertThat(drift()).containsEntry(USER, Drift.ONLY_IN_FILES);
        sync.push(Set.of());
        edit(USER, "slipway.sign-in.code-tries: 3\n");
        nacos.texts.put(GATEWAY, "slipway.gateway.origins: [https://a.example.org]");
        nacos.texts.put("from-the-console.yaml", "a: 1");
        assertThat(drift())
                .containsEntry(USER, Drift.FILES_CHANGED)
                .containsEntry(GATEWAY, Drift.NACOS_CHANGED)
                .containsEntry("from-the-console.yaml", Drift.ONLY_IN_NACOS);
        nacos.texts.put(USER, "slipway.sign-in.code-tries: 2");
        nacos.texts.remove(GATEWAY);
        assertThat(drift()).containsEntry(USER, Drift.BOTH_CHANGED).containsEntry(GATEWAY, Drift.REMOVED_IN_NACOS);
    }

    @Test
    void refusesToPushOverAnEditInTheConsoleAndWritesNothing() throws Exception {
        sync.push(Set.of());
        edit(GATEWAY, "slipway.gateway.origins: [https://b.example.org]\n");
        nacos.texts.put(USER, "slipway.sign-in.code-tries: 2");
        int writes = nacos.writes;

        UserError refused = catchThrowableOfType(UserError.class, () -> sync.push(Set.of()));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.what()).contains(USER).contains("changed in Nacos").doesNotContain(GATEWAY);
        assertThat(nacos.writes).isEqualTo(writes);
        assertThat(sync.push(Set.of(USER)).changed()).containsExactlyInAnyOrder(USER, GATEWAY);
        assertThat(sync.compare().drifted()).isFalse();
    }

    @Test
    void anEditInTheVeryMomentOfAPushWins() throws Exception {
        sync.push(Set.of());
        edit(USER, "slipway.sign-in.code-tries: 3\n");
        nacos.beforeNextWrite = () -> nacos.texts.put(USER, "slipway.sign-in.code-tries: 9");

        UserError refused = catchThrowableOfType(UserError.class, () -> sync.push(Set.of()));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.what()).contains(USER);
        assertThat(nacos.texts).containsEntry(USER, "slipway.sign-in.code-tries: 9");
    }

    @Test
    void pullsAnEditAndKeepsTheComments() throws Exception {
        sync.push(Set.of());
        nacos.texts.put(USER, "slipway.sign-in:\n  code-tries: 4\n  code-lifetime: 3m");

        assertThat(sync.pull(Set.of()).changed()).containsExactly(USER);

        assertThat(directory.resolve(USER)).hasContent(TRIES + "  code-lifetime: 3m\n");
        assertThat(sync.compare().drifted()).isFalse();
        assertThat(sync.pull(Set.of()).changed()).isEmpty();
    }

    @Test
    void pullsNothingWhenOneTextIsNotValid() throws Exception {
        sync.push(Set.of());
        nacos.texts.put(USER, "slipway.sign-in.code-trys: 2");
        nacos.texts.put(GATEWAY, "slipway.gateway.origins: [https://a.example.org]");

        UserError refused = catchThrowableOfType(UserError.class, () -> sync.pull(Set.of()));

        assertThat(refused.what()).contains("service-user.yaml:1:1: unknown key");
        assertThat(directory.resolve(USER)).hasContent(TRIES);
        assertThat(directory.resolve(GATEWAY)).hasContent("slipway.gateway.origins: []\n");
    }

    @Test
    void refusesToPullOverAChangedFile() throws Exception {
        sync.push(Set.of());
        edit(USER, "slipway.sign-in.code-tries: 3\n");
        nacos.texts.put(USER, "slipway.sign-in.code-tries: 2");

        UserError refused = catchThrowableOfType(UserError.class, () -> sync.pull(Set.of()));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.what()).contains(USER);
        assertThat(sync.pull(Set.of(USER)).changed()).containsExactly(USER);
        assertThat(directory.resolve(USER)).hasContent("slipway.sign-in.code-tries: 2\n");
    }

    @Test
    void seedsWhatNacosNeverHadAndLeavesTheRest() throws Exception {
        nacos.texts.put(USER, "slipway.sign-in.code-tries: 2");
        ConfigSync.Result result = sync.seed();
        assertThat(result.changed()).containsExactly(GATEWAY);
        assertThat(result.left()).extracting(Comparison.Line::name).containsExactly(USER);
        assertThat(nacos.texts).containsEntry(USER, "slipway.sign-in.code-tries: 2");
        nacos.texts.remove(GATEWAY);
        assertThat(sync.seed().changed()).isEmpty();
    }

    @Test
    void commentsAndLayoutAloneAreNoDrift() throws Exception {
        sync.push(Set.of());
        nacos.texts.put(USER, "slipway.sign-in: {code-tries: 4}");
        assertThat(sync.compare().drifted()).isFalse();
    }
}
