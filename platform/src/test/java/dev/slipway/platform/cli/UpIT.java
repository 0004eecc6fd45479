package dev.slipway.platform.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.platform.Main;
import dev.slipway.platform.Ran;
import dev.slipway.platform.report.ExitCode;
import dev.slipway.test.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command line as a process of its own, over a real Redis: started, killed, restarted and stopped. */
class UpIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path home;

    private int redis;
    private Path data;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void describesAStack() throws IOException {
        home = home.toRealPath();
        data = home.resolve(".slipway");
        redis = FreePort.next();
        Path schema = home.resolve("deploy/config/schema");
        Files.createDirectories(schema);
        for (String known : List.of("keys.json", "resources.json")) {
            Files.copy(Path.of("..").resolve(home.relativize(schema)).resolve(known), schema.resolve(known));
        }
        Files.createDirectories(home.resolve("deploy/local"));
        Files.writeString(home.resolve("deploy/local/platform.yaml"), """
                apiVersion: slipway.dev/v1
                kind: Environment
                name: local
                middleware:
                  redis: { port: %d }
                services:
                  gateway: { port: %d, entry: true, needs: [redis] }
                """.formatted(redis, FreePort.next()));
    }

    @AfterEach
    void leavesNothingBehind() throws Exception {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
        for (String stack : List.of(".slipway", "second")) {
            Ran.slipway(home, "down", "--data", stack);
        }
    }

    @Test
    void aKilledLauncherComesUpAgainWithTheData() throws Exception {
        Process first = up();
        long orphan = ready(data).path("pid").asLong();
        assertThat(redis("SET visits 7")).isEqualTo("+OK");
        first.destroyForcibly().waitFor();
        assertThat(alive(orphan)).isTrue();
        assertThat(Ran.slipway(home, "status").out()).contains("leftover");

        up();
        // Until the new launcher has begun, the status still tells of the orphan.
        await().atMost(SOON).until(() -> ready(data).path("pid").asLong() != orphan);

        // Killed; whoever adopted it has to notice.
        await().atMost(SOON).until(() -> !alive(orphan));
        assertThat(redis("GET visits")).isEqualTo("$1");
    }

    @Test
    void aKilledComponentIsShownAndComesBackWithTheData() throws Exception {
        up();
        long before = ready(data).path("pid").asLong();
        redis("SET visits 7");

        ProcessHandle.of(before).orElseThrow().destroyForcibly();

        await().atMost(SOON).until(() -> component(data).path("restarts").asInt() == 1);
        assertThat(ready(data).path("pid").asLong()).isNotEqualTo(before);
        assertThat(redis("GET visits")).isEqualTo("$1");
        await().atMost(SOON).untilAsserted(() -> assertThat(said(0)).containsPattern("redis +backing-off.*killed"));
    }

    @Test
    void controlCStopsEverythingAndKeepsTheData() throws Exception {
        Process up = up();
        long running = ready(data).path("pid").asLong();

        new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();

        assertThat(up.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(alive(running)).isFalse();
        assertThat(Ran.slipway(home, "status", "-o", "json").out()).contains("\"running\" : false");
        assertThat(data.resolve("data/redis/redis.conf")).exists();
        assertThat(Files.readString(data.resolve("logs/redis.log"))).contains("User requested shutdown");
    }

    @Test
    void aTakenPortFailsTheStartAndTheCauseNamesTheProcess() throws Exception {
        try (var squatter = new ServerSocket(redis, 1, InetAddress.getLoopbackAddress())) {
            assertThat(squatter.isBound()).isTrue();
            Process up = up();
            assertThat(up.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(up.exitValue()).isEqualTo(ExitCode.FAILED.code());
        }
        assertThat(said(0))
                .contains("redis failed: port " + redis + " is taken by java (pid "
                        + ProcessHandle.current().pid() + ")\n  its log: " + data.resolve("logs/redis.log"));
    }

    @Test
    void twoStacksDoNotMeet() throws Exception {
        up();
        long first = ready(data).path("pid").asLong();
        Path second = home.resolve("second");
        up("--data", second.toString(), "--port", Integer.toString(FreePort.next()));
        JsonNode other = ready(second);
        assertThat(other.path("port").asInt()).isNotEqualTo(redis).isBetween(20_000, 29_999);

        assertThat(Ran.slipway(home, "down", "--data", "second").out()).startsWith("Stopped in ");

        assertThat(alive(other.path("pid").asLong())).isFalse();
        assertThat(alive(first)).isTrue();
        assertThat(Ran.slipway(home, "status").exit()).isEqualTo(ExitCode.DONE);
        assertThat(Ran.slipway(home, "down").exit()).isEqualTo(ExitCode.DONE);
        assertThat(alive(first)).isFalse();
    }

    @Test
    void aRestartIsWaitedForAndItsLogCanBeFollowed() throws Exception {
        up();
        long before = ready(data).path("pid").asLong();
        slipway("logs", "redis", "-f", "--since", "1h");
        await().atMost(SOON).until(() -> said(1).contains("Ready to accept connections"));

        Ran restart = Ran.slipway(home, "restart", "redis");

        assertThat(restart.exit()).isEqualTo(ExitCode.DONE);
        assertThat(restart.out()).startsWith("redis is ready again after ");
        assertThat(component(data).path("pid").asLong()).isNotEqualTo(before);
        assertThat(component(data).path("restarts").asInt()).isZero();
        await().atMost(SOON).until(() -> said(1).split("Ready to accept connections", -1).length == 3);
    }

    private Process up(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("up", "--only", "redis"));
        arguments.addAll(List.of(more));
        return slipway(arguments.toArray(String[]::new));
    }

    private Process slipway(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dslipway.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output(started.size()).toFile())
                .start();
        started.add(process);
        return process;
    }

    private Path output(int number) {
        return home.resolve("said-" + number);
    }

    private String said(int number) throws IOException {
        return Files.readString(output(number));
    }

    /** The only component, once its stack has settled under the process that was started last. */
    private JsonNode ready(Path stack) {
        return await().atMost(SOON)
                .until(
                        () -> component(stack),
                        status -> status.path("state").asText().equals("ready")
                                && ProcessHandle.of(status.path("pid").asLong()).isPresent());
    }

    private JsonNode component(Path stack) throws IOException {
        String status = Ran.slipway(home, "status", "-o", "json", "--data", stack.toString())
                .out();
        return new ObjectMapper().readTree(status).path("components").path(0);
    }

    /** First line of the answer. */
    private String redis(String command) throws IOException {
        String password = Ran.slipway(home, "secret", "redis-password").out().strip();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), redis)) {
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\n" + command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(reader.readLine()).isEqualTo("+OK");
            return reader.readLine();
        }
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
