package dev.slipway.hosp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.security.signature.RequestSignature;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/hospital-open-api.md do what they say. */
class OpenApiExampleIT extends ServiceTest {
    private static final Path DOCUMENT = Path.of("../../docs/hospital-open-api.md");

    @TempDir
    Path directory;

    private static String example(String language) throws IOException {
        String text = Files.readString(DOCUMENT);
        int start = text.indexOf("```" + language + "\n") + language.length() + 4;
        return text.substring(start, text.indexOf("```", start));
    }

    @Test
    void theShellExampleRuns() throws Exception {
        for (String tool : List.of("bash", "curl", "openssl")) {
            boolean there =
                    new ProcessBuilder("sh", "-c", "command -v " + tool).start().waitFor() == 0;
            assumeThat(there).as(tool + " is installed").isTrue();
        }
        clock.set(Instant.now());
        Api api = api();
        Api.Hospital hospital = api.admitted();
        ProcessBuilder bash = new ProcessBuilder("bash", "-euc", example("sh")).redirectErrorStream(true);
        bash.environment()
                .putAll(Map.of(
                        "PLATFORM", "http://127.0.0.1:" + port, "KEY_ID", hospital.keyId(), "KEY", hospital.key()));
        Process process = bash.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        List<String> answers = output.lines().toList();
        assertThat(answers).hasSize(4);
        assertThat(json.readTree(answers.get(0)).at("/name").asText()).isEqualTo("示例医院");
        assertThat(answers.get(1)).doesNotContain("rejected");
        assertThat(json.readTree(answers.get(2)).at("/items/0/result").asText()).isEqualTo("created");
        assertThat(json.readTree(answers.get(3)).at("/items/0/id").asText()).isEqualTo("S1");
    }

    @Test
    void theJavaExampleRuns() throws Exception {
        clock.set(Instant.now());
        Api api = api();
        Api.Hospital hospital = api.admitted();
        Path source = directory.resolve("OpenApiCall.java");
        Files.writeString(source, example("java"));
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        RequestSignature.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath(),
                        "-d",
                        directory.toString(),
                        source.toString());
        assertThat(compiled).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, RequestSignature.class.getClassLoader())) {
            Class<?> example = loader.loadClass("OpenApiCall");
            Method send = example.getMethod("send", String.class, URI.class, String.class, String.class, String.class);
            var answer = (HttpResponse<?>) send.invoke(
                    example.getConstructor().newInstance(),
                    "PUT",
                    api.uri("/openapi/hosp/hospital"),
                    json.writeValueAsString(Api.profile("示例")),
                    hospital.keyId(),
                    hospital.key());
            assertThat(answer.statusCode()).as(String.valueOf(answer.body())).isEqualTo(200);
        }
    }
}
