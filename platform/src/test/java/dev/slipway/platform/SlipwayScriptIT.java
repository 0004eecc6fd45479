package dev.slipway.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The launcher script, run by sh in a small checkout with JDKs and a Maven that only say what they were told. PATH holds
 * the tools that the script uses and nothing else, so that nothing of this machine is found.
 */
class SlipwayScriptIT {
    private static final List<String> TOOLS = List.of(
            "sh",
            "sed",
            "grep",
            "find",
            "dirname",
            "basename",
            "readlink",
            "ls",
            "head",
            "tail",
            "mkdir",
            "rm",
            "mv",
            "cat",
            "touch",
            "uname",
            "sleep");

    @TempDir
    Path directory;

    private Path checkout;
    private Path jdks;
    private Path tools;

    @BeforeEach
    void makeCheckout() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: no /bin/sh");
        checkout = Files.createDirectories(directory.resolve("a check out"));
        jdks = Files.createDirectories(directory.resolve("the jdks"));
        tools = Files.createDirectories(directory.resolve("tools"));
        for (String tool : TOOLS) {
            Path found = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            executable(tools.resolve(tool), "#!/bin/sh\nexec " + found + " \"$@\"\n");
        }
        executable(checkout.resolve("slipway"), Files.readString(Path.of("../slipway")));
        write("pom.xml", """
                <modules>
                <module>platform/local</module>
                <module>platform</module>
                <module>gateway</module>
                <module>bench</module>
                </modules>
                """);
        for (String module : List.of("platform/local", "platform", "gateway")) {
            write(module + "/pom.xml", "<project/>");
            write(module + "/src/main/java/A.java", "class A {}");
        }
        write("sql/user/V1__user.sql", "select 1;");
        maven(
                "3.9.9",
                "echo '[INFO] Building Local middleware 0.1.0-SNAPSHOT    [1/2]'; "
                        + "echo '[INFO] Building Platform 0.1.0-SNAPSHOT    [2/2]'; "
                        + "for m in platform/local platform gateway; do mkdir -p $m/target; "
                        + ": > $m/target/slipway-${m##*/}-1.jar; done");
    }

    private void write(String file, String text) throws IOException {
        Path path = checkout.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(600)));
        Path folder = path.getParent();
        while (folder != null && folder.startsWith(checkout)) {
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(600)));
            folder = folder.getParent();
        }
    }

    private static void executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void maven(String version, String build) throws IOException {
        executable(
                tools.resolve("mvn"),
                "#!/bin/sh\nif [ \"$1\" = -v ]; then echo 'Apache Maven " + version
                        + " (x)'; exit 0; fi\necho \"built with $JAVA_HOME: $*\" >> '" + directory + "/builds'\n"
                        + build + "\n");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = jdks.resolve(name);
        executable(
                home.resolve("bin/java"),
                "#!/bin/sh\nfor a; do last=$a; done\n"
                        + "case \"$*\" in *ArchiveClasses*|*AOTCacheOutput*) exit 0;; esac\n"
                        + "echo \"" + name + " ran in $(pwd)\"; for a; do echo \"<$a>\"; done; exit 3\n");
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private record Run(int code, String out, String err) {}

    private Run run(Path working, Map<String, String> environment, String... command) throws Exception {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        var builder = new ProcessBuilder(command)
                .directory(working.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("SLIPWAY_JDKS", jdks.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private Run slipway(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(checkout.resolve("slipway").toString()));
        command.addAll(List.of(arguments));
        return run(directory, Map.of(), command.toArray(String[]::new));
    }

    private List<String> builds() throws IOException {
        Path builds = directory.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
    }

    @Test
    void buildsThenRunsTheCommandLineWithTheArgumentsAndTheExitCode() throws Exception {
        jdk("seventeen", "17.0.15");

        Run run = slipway("version", "two words", "*");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out())
                .contains("seventeen ran in " + directory.toRealPath())
                .contains("<-Dslipway.home=" + checkout.toRealPath() + ">")
                .contains("<two words>\n<*>\n");
        assertThat(run.err()).contains("  [1/2] Local middleware\n  [2/2] Platform\n");
        assertThat(builds()).singleElement().asString().contains("seventeen: -B -ntp -pl platform -am package");
    }

    @Test
    void buildsOnlyWhenSourcesAreNewer() throws Exception {
        jdk("seventeen", "17.0.15");
        slipway("up");
        slipway("up");
        slipway("version");
        assertThat(builds()).hasSize(1);

        for (String source : List.of("gateway/src/main/java/A.java", "sql/user/V1__user.sql", "pom.xml")) {
            int before = builds().size();
            Files.setLastModifiedTime(
                    checkout.resolve(source), FileTime.from(Instant.now().plusSeconds(1)));
            Thread.sleep(1100);
            slipway("up");
            slipway("up");
            assertThat(builds()).as(source).hasSize(before + 1);
        }
    }

    @Test
    void aDeletedSourceAndAMissingJarAreReasonsToBuild() throws Exception {
        jdk("seventeen", "17.0.15");
        slipway("up");

        Files.delete(checkout.resolve("gateway/src/main/java/A.java"));
        slipway("up");
        assertThat(builds()).hasSize(2);

        Files.delete(checkout.resolve("gateway/target/slipway-gateway-1.jar"));
        slipway("up");
        assertThat(builds()).hasSize(3);
    }

    @Test
    void aTestIsNoReasonToBuild() throws Exception {
        jdk("seventeen", "17.0.15");
        slipway("up");

        Files.createDirectories(checkout.resolve("gateway/src/test"));
        Files.writeString(checkout.resolve("gateway/src/test/B.java"), "class B {}");
        slipway("up");

        assertThat(builds()).hasSize(1);
    }

    private void builtByMaven() throws IOException {
        for (String module : List.of("platform/local", "platform", "gateway")) {
            Files.createDirectories(checkout.resolve(module + "/target"));
            Files.createFile(checkout.resolve(module + "/target/slipway-platform-1.jar"));
        }
    }

    @Test
    void whatMavenBuiltByItselfIsNotBuiltAgain() throws Exception {
        jdk("seventeen", "17.0.15");
        builtByMaven();

        assertThat(slipway("up").code()).isEqualTo(3);
        assertThat(builds()).isEmpty();
    }

    @Test
    void anExecutableJarThatIsDatedAsTheVersionIsNoReasonToBuild() throws Exception {
        jdk("seventeen", "17.0.15");
        builtByMaven();
        Path executable = checkout.resolve("gateway/target/slipway-platform-1.jar");
        Files.setLastModifiedTime(executable, FileTime.from(Instant.now().minusSeconds(3600)));
        Path packed = Files.createFile(executable.resolveSibling("slipway-platform-1.jar.original"));

        slipway("up");
        assertThat(builds()).isEmpty();

        Files.setLastModifiedTime(packed, FileTime.from(Instant.now().minusSeconds(3600)));
        slipway("up");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void otherCommandsBuildTheCommandLineAlone() throws Exception {
        jdk("seventeen", "17.0.15");
        slipway("up");
        Files.setLastModifiedTime(
                checkout.resolve("gateway/src/main/java/A.java"),
                FileTime.from(Instant.now().plusSeconds(60)));

        slipway("status");

        assertThat(builds()).hasSize(1);
        assertThat(builds().get(0)).doesNotContain("-pl");
    }

    @Test
    void noBuildRunsWhatIsThere() throws Exception {
        jdk("seventeen", "17.0.15");

        Run missing = slipway("up", "--no-build");
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("the platform is not built").contains("without --no-build");

        Files.createDirectories(checkout.resolve("platform/target"));
        Files.createFile(checkout.resolve("platform/target/slipway-platform-1.jar"));
        Run there = slipway("up", "--no-build");
        assertThat(there.out()).contains("<up>").doesNotContain("--no-build");
        assertThat(builds()).isEmpty();
    }

    @Test
    void aFailedBuildShowsTheFailingLinesAndWhereTheLogIs() throws Exception {
        jdk("seventeen", "17.0.15");
        maven(
                "3.9.9",
                "echo '[INFO] noise'; echo '[ERROR] /x/A.java:[3,4] cannot find symbol'; "
                        + "echo '[ERROR] Re-run Maven using the -X switch'; exit 1");

        Run run = slipway("version");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("A.java:[3,4] cannot find symbol")
                .contains("target/slipway/build.log")
                .doesNotContain("noise", "Re-run");
        assertThat(checkout.resolve("target/slipway/build.log")).content().contains("noise");
        assertThat(checkout.resolve("target/slipway/building")).doesNotExist();
        slipway("version");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void anOldMavenGivesWayToTheWrapper() throws Exception {
        jdk("seventeen", "17.0.15");
        maven("3.8.6", "exit 1");
        wrapper();

        assertThat(slipway("version").code()).isEqualTo(3);
        assertThat(builds()).containsExactly("wrapper");
    }

    @Test
    void withoutAnyMavenTheWrapperBuilds() throws Exception {
        jdk("seventeen", "17.0.15");
        Files.delete(tools.resolve("mvn"));
        wrapper();

        assertThat(slipway("version").code()).isEqualTo(3);
        assertThat(builds()).containsExactly("wrapper");
    }

    private void wrapper() throws IOException {
        executable(
                checkout.resolve("mvnw"),
                "#!/bin/sh\necho wrapper >> '" + directory
                        + "/builds'\nmkdir -p platform/target platform/local/target\n: > platform/target/slipway-platform-1.jar\n"
                        + ": > platform/local/target/x.jar\n");
    }

    @Test
    void runsThroughLinksFromElsewhere() throws Exception {
        jdk("seventeen", "17.0.15");
        Path links = Files.createDirectories(directory.resolve("some where"));
        Files.createSymbolicLink(links.resolve("first"), Path.of("../a check out/slipway"));
        Files.createSymbolicLink(links.resolve("second"), links.resolve("first"));

        Run run = run(Path.of("/"), Map.of(), links.resolve("second").toString(), "version");

        assertThat(run.out()).contains("ran in /\n").contains("<-Dslipway.home=" + checkout.toRealPath() + ">");
    }

    @ParameterizedTest
    @CsvSource({
        "'17.0.15 21.0.2 25', 25",
        "'17.0.15 21.0.2', 21.0.2",
        "'17.0.15 24', 17.0.15",
        "'26 25', 25",
        "'11.0.1 1.8.0_400 22', 22"
    })
    void choosesTheBestOfTheUsualPlaces(String versions, String best) throws Exception {
        for (String version : versions.split(" ", -1)) {
            jdk("jdk " + version, version);
        }

        assertThat(slipway("version").out()).startsWith("jdk " + best + " ran");
    }

    @Test
    void javaHomeComesFirstIfItIsNewEnough() throws Exception {
        jdk("best", "25");
        Path seventeen = jdk("seventeen", "17.0.15");
        Path eleven = jdk("eleven", "11.0.2");
        String script = checkout.resolve("slipway").toString();

        assertThat(run(directory, Map.of("JAVA_HOME", seventeen.toString()), script, "version")
                        .out())
                .startsWith("seventeen ran");
        assertThat(run(directory, Map.of("JAVA_HOME", eleven.toString()), script, "version")
                        .out())
                .startsWith("best ran");
    }

    @Test
    void withoutAJdkItSaysWhatToInstall() throws Exception {
        Path eleven = jdk("eleven", "11.0.2");
        String script = checkout.resolve("slipway").toString();

        Run run = run(directory, Map.of("JAVA_HOME", eleven.toString()), script, "version");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("no JDK (with javac) 17 or newer was found")
                .contains("JAVA_HOME is '" + eleven + "', version 11")
                .contains("fix:");
    }

    @Test
    void aJavaWithoutCompilerCannotBuildButRun() throws Exception {
        Path home = jdk("jre", "21.0.1");
        Files.delete(home.resolve("bin/javac"));

        assertThat(slipway("version").err()).contains("no JDK (with javac)");

        for (String module : List.of("platform/local", "platform")) {
            Files.createDirectories(checkout.resolve(module + "/target"));
            Files.createFile(checkout.resolve(module + "/target/slipway-platform-1.jar"));
        }
        assertThat(slipway("version").out()).startsWith("jre ran");
    }

    @Test
    void theValueOfAnOptionIsNoCommand() throws Exception {
        jdk("seventeen", "17.0.15");

        for (String[] arguments : new String[][] {{"--data", "/tmp/x", "up"}, {"-o", "json", "restart", "redis"}}) {
            Files.deleteIfExists(directory.resolve("builds"));
            slipway("version"); // only the command line is built
            write("gateway/src/main/java/A.java", "class A { }");
            Files.setLastModifiedTime(
                    checkout.resolve("gateway/src/main/java/A.java"),
                    FileTime.from(Instant.now().plusSeconds(60)));

            slipway(arguments);

            assertThat(builds())
                    .last()
                    .asString()
                    .as(String.join(" ", arguments))
                    .doesNotContain("-pl");
        }
    }

    @Test
    void whatAKilledMakerOfTheClassArchiveLeftIsNoObstacle() throws Exception {
        jdk("seventeen", "17.0.15");
        Path left = Files.createDirectories(checkout.resolve("target/slipway/cli-seventeen-17.jsa.making"));

        Run run = slipway("version");

        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(checkout.resolve("target/slipway/built-platform")).exists();
        Files.createDirectories(left);
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(3600)));
        slipway("version");
        await().until(() -> Files.notExists(left));
    }
}
