package dev.slipway.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.platform.report.UserError;
import dev.slipway.test.Middleware;
import dev.slipway.test.Nacos;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NacosStoreIT {
    private static final String GROUP = ConfigEntry.SETTINGS;
    private static final String USER = "service-user.yaml";

    @TempDir
    Path directory;

    private static NacosStore store(String password) {
        Nacos nacos = Middleware.nacos();
        return new NacosStore(URI.create("http://" + nacos.server().address()), password, new Random(1));
    }

    private static NacosStore store() {
        return store(Middleware.nacos().login().password());
    }

    @Test
    void writesOnlyOverWhatItExpects() throws Exception {
        NacosStore store = store();
        assertThat(store.read(GROUP, "cas.yaml")).isEmpty();

        store.write(GROUP, "cas.yaml", "yaml", "a: '1 &=%+ä'", Optional.empty());
        ConfigStore.Stored first = store.read(GROUP, "cas.yaml").orElseThrow();
        assertThat(first.text()).isEqualTo("a: '1 &=%+ä'");
        assertThat(store.names(GROUP)).contains("cas.yaml");

        store.write(GROUP, "cas.yaml", "yaml", "a: 2", Optional.of(first.version()));
        assertThat(catchThrowableOfType(
                        ConfigStore.Conflict.class,
                        () -> store.write(GROUP, "cas.yaml", "yaml", "a: 3", Optional.of(first.version()))))
                .hasMessage("cas.yaml");
        assertThat(catchThrowableOfType(
                        ConfigStore.Conflict.class,
                        () -> store.write(GROUP, "cas.yaml", "yaml", "a: 3", Optional.empty())))
                .hasMessage("cas.yaml");
        assertThat(store.read(GROUP, "cas.yaml").orElseThrow().text()).isEqualTo("a: 2");

        store.write(GROUP, "cas.yaml", "yaml", "a: 2", Optional.of(first.version()));
    }

    @Test
    void aWrongPasswordIsToldWithoutShowingIt() {
        UserError error = catchThrowableOfType(
                UserError.class, () -> store("not-the-password-of-nacos").names(GROUP));
        assertThat(error.what()).contains("refuses its administrator").doesNotContain("not-the-password");
    }

    @Test
    void filesAndNacosComeTogetherBothWaysAndSurviveARestart() throws Exception {
        NacosStore store = store();
        var sync = new ConfigSync(new ConfigFiles(directory, SampleRules.RULES), store);
        String rules = "[\n  { \"resource\": \"service-user\", \"count\": 7 }\n]\n";
        Files.writeString(directory.resolve(USER), "# tries\nslipway.sign-in.code-tries: 4\n");
        Files.writeString(directory.resolve("server-gateway-flow.json"), rules);

        assertThat(sync.push(Set.of()).changed()).containsExactlyInAnyOrder(USER, "server-gateway-flow.json");
        assertThat(sync.push(Set.of()).changed()).isEmpty();

        ConfigStore.Stored stored = store.read(GROUP, USER).orElseThrow();
        store.write(GROUP, USER, "yaml", "# tries\nslipway.sign-in.code-tries: 2", Optional.of(stored.version()));
        assertThat(catchThrowableOfType(UserError.class, () -> sync.push(Set.of()))
                        .what())
                .contains(USER);
        assertThat(sync.pull(Set.of()).changed()).containsExactly(USER);
        assertThat(directory.resolve(USER)).hasContent("# tries\nslipway.sign-in.code-tries: 2\n");

        Middleware.nacos().server().kill();
        Middleware.nacos().server().start();
        assertThat(store.read(ConfigEntry.RULES, "server-gateway-flow.json")
                        .orElseThrow()
                        .text())
                .isEqualTo(rules);
        assertThat(sync.push(Set.of()).changed()).isEmpty();
    }
}
