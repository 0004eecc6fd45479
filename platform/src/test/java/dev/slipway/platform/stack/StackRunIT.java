package dev.slipway.platform.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.platform.stack.process.Child;
import dev.slipway.platform.stack.process.ProcessIdentity;
import dev.slipway.platform.stack.process.StackProcesses;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real supervisor over real processes, killed and stopped in every way. */
class StackRunIT {
    private static final String SERVE = "touch ready-%1$s; while :; do sleep 0.1; done";

    /** Writes down when it was asked to stop, then takes its time. */
    private static final String ORDERLY =
            "trap 'date +%%s%%N > stopped; exit 0' TERM; touch ready-%1$s; while :; do sleep 0.05; done";

    private static final String STUBBORN = "trap '' TERM INT; touch ready-%1$s; while :; do sleep 0.1; done";

    @TempDir
    Path folder;

    private Path data;
    private final List<Process> supervisors = new ArrayList<>();

    @BeforeEach
    void namesTheDataDirectory() throws IOException {
        data = folder.toRealPath().resolve("data");
    }

    @AfterEach
    void leavesNothingBehind() {
        supervisors.forEach(Process::destroyForcibly);
        if (Files.exists(data)) {
            marked().forEach(Child::kill);
        }
    }

    @Test
    void whatIsLeftOfAKilledSupervisorIsStoppedAndTheStackComesUpAgain() throws Exception {
        Process first = up(script("a", SERVE), script("b", SERVE));
        settled();
        assertThat(processes().marked()).containsOnlyKeys("a", "b");
        List<Child> orphans = List.of(found("a"), found("b"));
        first.destroyForcibly().waitFor();
        assertThat(orphans).allMatch(Child::alive);

        up(script("a", SERVE), script("b", SERVE));
        settled();
        assertThat(orphans).noneMatch(Child::alive);
        assertThat(processes().marked()).containsOnlyKeys("a", "b");
    }

    @Test
    void comesUpAgainAfterEverythingWasKilledAtOnce() throws Exception {
        Process first = up(script("a", SERVE));
        settled();
        marked().forEach(Child::kill);
        first.destroyForcibly().waitFor();
        up(script("a", SERVE));
        settled();
        assertThat(status("a").state()).isEqualTo(State.READY);
    }

    @Test
    void findsAProcessWhoseNumberWasNeverWrittenDown() throws Exception {
        Process first = up(script("a", SERVE));
        settled();
        Child orphan = found("a");
        first.destroyForcibly().waitFor();
        files().clear();
        up(script("a", SERVE));
        settled();
        assertThat(orphan.alive()).isFalse();
    }

    @Test
    void aComponentThatDiesIsStartedAgainAndCounted() throws Exception {
        up(script("a", SERVE));
        settled();
        Child before = found("a");
        before.kill();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> status("a"), now -> now.state() == State.READY && now.restarts() == 1);
        assertThat(Objects.requireNonNull(status("a").process())).isNotEqualTo(before.identity());
    }

    @Test
    void stopsInReverseOrder() throws Exception {
        Process supervisor = up(script("a", ORDERLY), script("b", ORDERLY), script("c", ORDERLY));
        settled();
        supervisor.destroy();
        supervisor.waitFor();
        assertThat(stopped("c")).isLessThan(stopped("b"));
        assertThat(stopped("b")).isLessThan(stopped("a"));
        assertThat(processes().marked()).isEmpty();
    }

    /** Someone builds while the stack runs. */
    @Test
    void stopsInReverseOrderThoughItsJarWasReplaced() throws Exception {
        Path jar = ownJar();
        String classPath = jar + File.pathSeparator + System.getProperty("java.class.path");
        Process supervisor = upFrom(classPath, script("a", ORDERLY), script("b", ORDERLY));
        settled();
        Files.write(jar, new byte[(int) Files.size(jar)]);
        supervisor.destroy();
        supervisor.waitFor();
        assertThat(stopped("b")).isLessThan(stopped("a"));
        assertThat(files().supervisor().orElseThrow().outcome()).isEqualTo("Stopped");
    }

    private Path ownJar() throws Exception {
        Path classes = Path.of(StackRun.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path jar = folder.resolve("own.jar");
        if (Files.isRegularFile(classes)) {
            return Files.copy(classes, jar);
        }
        ToolProvider tool = ToolProvider.findFirst("jar").orElseThrow();
        assertThat(tool.run(System.out, System.err, "--create", "--file=" + jar, "-C", classes.toString(), "."))
                .isZero();
        return jar;
    }

    @Test
    void isGoneWithin15SecondsThoughOneIgnoresTheSignalAndTheOthersStopInOrder() throws Exception {
        Process supervisor = up(script("a", ORDERLY), script("b", ORDERLY), script("c", STUBBORN));
        settled();
        Instant asked = Instant.now();
        supervisor.destroy();
        supervisor.waitFor();
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(15));
        assertThat(processes().marked()).isEmpty();
        assertThat(stopped("b")).isLessThan(stopped("a"));
    }

    @Test
    void aStartThatFailsStopsTheRestAndEndsWithOne() throws Exception {
        Process supervisor = up(
                script("a", SERVE),
                "b=echo 'Access denied for user '\\''slipway_user'\\''@'\\''localhost'\\'''; exit 7");
        assertThat(supervisor.waitFor()).isEqualTo(1);
        assertThat(status("b").state()).isEqualTo(State.FAILED);
        assertThat(status("b").cause()).isEqualTo("the database refuses the password of user slipway_user");
        assertThat(status("a").state()).isEqualTo(State.STOPPED);
        assertThat(processes().marked()).isEmpty();
    }

    @Test
    void aForeignProcessWithAWrittenDownNumberIsNotTouched() throws Exception {
        DataDirectory directory = DataDirectory.open(data);
        Process foreign = new ProcessBuilder("sleep", "60").start();
        supervisors.add(foreign);
        ProcessIdentity identity = processes().identify(foreign.pid()).orElseThrow();
        new RunFiles(directory)
                .write(new ComponentStatus(
                        "a", State.READY, Instant.now(), 1, identity, Instant.now(), Instant.now(), null, 0, null));
        new RunFiles(directory)
                .write(new ComponentStatus(
                        "b",
                        State.READY,
                        Instant.now(),
                        1,
                        new ProcessIdentity(foreign.pid(), identity.started() + 1),
                        Instant.now(),
                        Instant.now(),
                        null,
                        0,
                        null));
        int stopped = new Leftovers(processes(), files(), Clock.systemUTC()).stop(List.of(), Duration.ofSeconds(2));
        assertThat(stopped).isZero();
        assertThat(foreign.isAlive()).isTrue();
    }

    @Test
    void aSecondSupervisorIsRefusedAndToldWhoRunsIt() throws Exception {
        Process first = up(script("a", SERVE));
        settled();
        Process second = up(script("a", SERVE));
        assertThat(second.waitFor()).isNotZero();
        assertThat(Files.readString(folder.resolve("supervisor-2.out")))
                .contains("already run by another slipway (pid " + first.pid());
        assertThat(status("a").state()).isEqualTo(State.READY);
    }

    @Test
    void twoStacksDoNotMeet() throws Exception {
        up(script("a", SERVE));
        settled();
        Path mine = data;
        data = folder.toRealPath().resolve("other");
        Process other = up(script("a", SERVE));
        settled();
        other.destroyForcibly().waitFor();
        up(script("a", SERVE));
        settled();
        marked().forEach(Child::kill);
        data = mine;
        assertThat(processes().marked()).containsOnlyKeys("a");
        assertThat(status("a").restarts()).isZero();
    }

    @Test
    void aWishedRestartStopsAndStartsTheComponent() throws Exception {
        up(script("a", ORDERLY));
        settled();
        ProcessIdentity before = Objects.requireNonNull(status("a").process());
        files().wishRestart("a");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> status("a"), now -> now.state() == State.READY && !before.equals(now.process()));
        assertThat(stopped("a")).isPositive();
        assertThat(status("a").restarts()).isZero();
    }

    @Test
    void purgesItsOwnFolderOnly() throws Exception {
        DataDirectory directory = DataDirectory.open(data);
        Path outside = Files.writeString(folder.resolve("outside"), "kept");
        Files.createSymbolicLink(directory.root().resolve("link"), outside);
        directory.purge();
        assertThat(data).doesNotExist();
        assertThat(outside).exists();

        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("file"), "kept");
        assertThatThrownBy(() -> DataDirectory.at(foreign).purge())
                .hasMessageContaining("is not a data directory of Slipway");
        assertThatThrownBy(() -> DataDirectory.open(foreign))
                .hasMessageContaining("is not a data directory of Slipway");
        assertThat(foreign.resolve("file")).exists();
    }

    private Process up(String... scripts) throws IOException {
        return upFrom(System.getProperty("java.class.path"), scripts);
    }

    private Process upFrom(String classPath, String... scripts) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                ShellStack.class.getName(),
                data.toString()));
        command.addAll(List.of(scripts));
        Path output = folder.resolve("supervisor-" + (supervisors.size() + 1) + ".out");
        Process supervisor = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        supervisors.add(supervisor);
        return supervisor;
    }

    private void settled() {
        Process latest = supervisors.get(supervisors.size() - 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> files().supervisor()
                .filter(supervisor -> supervisor.process().pid() == latest.pid())
                .filter(supervisor -> supervisor.settledAt() != null)
                .isPresent());
    }

    private static String script(String name, String form) {
        return name + "=" + form.formatted(name);
    }

    private long stopped(String name) throws IOException {
        return Long.parseLong(
                Files.readString(data.resolve("data").resolve(name).resolve("stopped"))
                        .strip());
    }

    private ComponentStatus status(String name) {
        return files().component(name).orElseThrow();
    }

    private RunFiles files() {
        return new RunFiles(DataDirectory.at(data));
    }

    private List<Child> marked() {
        return processes().marked().values().stream().flatMap(List::stream).toList();
    }

    private Child found(String name) {
        return processes().find(Objects.requireNonNull(status(name).process())).orElseThrow();
    }

    private StackProcesses processes() {
        return new StackProcesses(data);
    }
}
