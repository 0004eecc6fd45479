package dev.slipway.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.platform.report.ExitCode;
import dev.slipway.platform.report.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerConfigTests {
    private static final String WORD = "hunter2hunter2";
    private static final String AUTH = base64("ann:" + WORD);
    private static final String OTHER = base64("ann:anotherword");
    private static final List<String> IMAGES =
            List.of("registry.example.com/his/service-cmn:1", "mysql:8.4", "ghcr.io/nginx/nginx:1");

    @TempDir
    Path folder;

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(
                folder.resolve("config.json"),
                text.replace("AUTH", AUTH).replace("OTHER", OTHER).replace("WORD", WORD));
    }

    private RegistryLogin login(String text) throws IOException {
        return DockerConfig.read(file(text)).login("registry.example.com/his", IMAGES);
    }

    @Test
    void holdsTheLoginsOfTheRegistriesThatArePulledFromAndNoOther() throws IOException {
        var login = login("""
                {"auths": {"registry.example.com": {"auth": "AUTH", "email": "ann@example.com"},
                           "https://index.docker.io/v1/": {"auth": "OTHER"},
                           "registry.example.com.evil.example": {"auth": "OTHER"},
                           "private.example.com": {"auth": "OTHER"}},
                 "HttpHeaders": {"X-Token": "WORD"}}
                """);

        assertThat(login.content())
                .isEqualTo("{\"auths\":{\"registry.example.com\":{\"auth\":\"" + AUTH
                        + "\"},\"https://index.docker.io/v1/\":{\"auth\":\"" + OTHER + "\"}}}");
        assertThat(login).hasToString("login at docker.io, registry.example.com");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"auths": {"https://registry.example.com/v2/": {"auth": "AUTH"}}}
            {"auths": {"registry.example.com/his": {"auth": "AUTH"}}}
            {"auths": {"registry.example.com": {"username": "ann", "password": "WORD"}}}
            {"auths": {"registry.example.com": {"auth": "AUTH"}}, "credsStore": "desktop"}
            {"auths": {"registry.example.com": {"auth": "AUTH"}, "ghcr.io": {}}, "credHelpers": {"ghcr.io": "x"}}
            """)
    void readsEveryFormOfALogin(String text) throws IOException {
        assertThat(login(text).content())
                .contains("{\"auth\":\"" + AUTH + "\"}")
                .doesNotContain("ghcr.io");
    }

    @Test
    void aRegistryThatIsNotNamedIsThatOfDocker() throws IOException {
        var config = DockerConfig.read(file("{\"auths\": {\"docker.io\": {\"auth\": \"AUTH\"}}}"));

        assertThat(config.login("ann", List.of("ann/service-cmn:1"))).hasToString("login at docker.io");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            WORD                                                    | it is not JSON: line 1, column
            {"auths": {"registry.example.com": {"auth": "AUTH"}     | it is not JSON: line 1, column
            {"auths": {"registry.example.com": {"auth": "AUTH"}}} x | it is not JSON: line 1, column
            ["AUTH"]                                                | it has no 'auths'
            {"credsStore": "desktop"}                               | it has no 'auths'
            {"auths": "AUTH"}                                       | it has no 'auths'
            {"auths": {}}                                           | it has none at registry.example.com
            {"auths": {"private.example.com": {"auth": "AUTH"}}}    | it has none at registry.example.com
            {"auths": {"registry.example.com": "AUTH"}}             | it has none at registry.example.com
            {"auths": {"registry.example.com/other": {"auth": "AUTH"}}} | it has none at registry.example.com
            {"auths": {"registry.example.com": {}}, "credsStore": "desktop"} | is kept by the credential helper 'desktop'
            {"auths": {}, "credHelpers": {"registry.example.com": "pass"}} | is kept by the credential helper 'pass'
            {"auths": {"registry.example.com": {"auth": "WORD!"}}}  | that at registry.example.com is no base64 of user:password
            {"auths": {"registry.example.com": {"auth": "YW5u"}}}   | that at registry.example.com is no base64 of user:password
            {"auths": {"registry.example.com": {"auth": "MDAwOg==", "identitytoken": "WORD"}}} | is an identity token
            """)
    void whatIsNoLoginIsSaidWithoutShowingIt(String text, String why) {
        assertThatThrownBy(() -> login(text)).isInstanceOfSatisfying(UserError.class, error -> {
            assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(error.what()).contains(folder.resolve("config.json").toString(), why);
            assertThat(error.fix()).isNotEmpty();
            var trace = new StringWriter();
            error.printStackTrace(new PrintWriter(trace));
            assertThat(trace + error.fix()).doesNotContain(WORD, AUTH, "anotherword");
        });
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> DockerConfig.read(folder.resolve("none"))).hasMessageEndingWith(": it is not there");
        assertThatThrownBy(() -> DockerConfig.read(folder)).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> DockerConfig.read(Path.of("/dev/zero"))).hasMessageContaining("larger than 1 MiB");
    }
}
