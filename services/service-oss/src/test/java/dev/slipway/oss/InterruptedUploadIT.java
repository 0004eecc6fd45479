package dev.slipway.oss;

import static dev.slipway.oss.Instance.ALICE;
import static dev.slipway.oss.Instance.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.security.identity.IdentityTokens;
import dev.slipway.test.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends an upload half-way, there is the whole file or nothing. */
class InterruptedUploadIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final int LARGE = 5_000_000;

    @TempDir
    Path directory;

    @Test
    void aClientThatGoesAwayLeavesNothing() throws Exception {
        try (Instance instance = Instance.start(directory)) {
            try (Socket client = half(instance.port())) {
                await().atMost(LONG_ENOUGH).until(() -> bytes(directory.resolve("incoming")) > 0);
                assertThat(client.isConnected()).isTrue();
            }
            await().atMost(LONG_ENOUGH)
                    .until(() -> entries(directory.resolve("incoming")).isEmpty());
            assertThat(entries(directory.resolve("files"))).isEmpty();
        }
    }

    @Test
    void aServiceKilledWhileItReceivesLeavesNothingAfterItsNextStart() throws Exception {
        Path log = directory.resolve("log");
        int port = FreePort.next();
        try (Instance killed = Instance.startProcess(directory, port, log.toFile())) {
            await().atMost(LONG_ENOUGH).until(() -> S3Server.listens(port));
            try (Socket client = half(killed.port())) {
                await().atMost(LONG_ENOUGH).until(() -> bytes(directory.resolve("incoming")) > 0);
                killed.kill();
                assertThat(client.isConnected()).isTrue();
            }
        }
        assertThat(entries(directory.resolve("incoming"))).isNotEmpty();
        assertThat(entries(directory.resolve("files"))).isEmpty();

        try (Instance next = Instance.start(directory, "--slipway.files.stale-after=1ms")) {
            await().atMost(LONG_ENOUGH)
                    .until(() -> entries(directory.resolve("incoming")).isEmpty());
            next.upload(ALICE, "a.pdf", Contents.pdf()).require(201);
        }
    }

    @Test
    void whatOthersAreReceivingStays() throws Exception {
        Files.createDirectories(directory.resolve("incoming"));
        Path fresh = Files.writeString(directory.resolve("incoming/upload_fresh.tmp"), "half");
        Path old = Files.createDirectory(directory.resolve("incoming/old"));
        Files.writeString(old.resolve("content"), "half");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        try (Instance instance = Instance.start(directory)) {
            await().atMost(LONG_ENOUGH).until(() -> !Files.exists(old));
            assertThat(fresh).exists();
            assertThat(instance.port()).isPositive();
        }
    }

    @Test
    void aServiceKilledWhileItKeepsFilesHasWholeOnesAlone() throws Exception {
        int port = FreePort.next();
        Map<String, Integer> answered = new ConcurrentHashMap<>();
        Thread client;
        try (Instance killed =
                Instance.startProcess(directory, port, directory.resolve("log").toFile())) {
            await().atMost(LONG_ENOUGH).until(() -> S3Server.listens(port));
            client = new Thread(() -> upload(killed, answered));
            client.start();
            await().atMost(LONG_ENOUGH).until(() -> answered.size() >= 40);
        }
        client.join();

        try (Instance next = Instance.start(directory)) {
            answered.forEach((id, size) -> assertThat(next.get("/api/files/" + id, identity(ALICE))
                            .require(200)
                            .body())
                    .hasSize(size));
        }
        for (Path folder : folders()) {
            assertThat(entries(folder)).hasSize(2);
            String metadata = Files.readString(folder.resolve("metadata.json"));
            assertThat(metadata).contains("\"size\":" + Files.size(folder.resolve("content")) + ",");
        }
        assertThat(folders()).hasSizeBetween(answered.size(), answered.size() + 1);
    }

    private static void upload(Instance instance, Map<String, Integer> answered) {
        try {
            for (int i = 0; ; i++) {
                int size = 200_000 + i;
                String id = instance.upload(ALICE, "a.png", Contents.png(size, i))
                        .require(201)
                        .text("/id");
                answered.put(id, size);
            }
        } catch (UncheckedIOException killed) {
            // As planned.
        }
    }

    /** An upload that stops half-way and stays connected. */
    private static Socket half(int port) throws IOException {
        byte[] body = Instance.form("a.png", Contents.png(LARGE, 6));
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        String head =
                "POST /api/files HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=limit\r\n"
                        + IdentityTokens.HEADER + ": " + identity(ALICE).get(IdentityTokens.HEADER)
                        + "\r\nContent-Length: "
                        + body.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(body, 0, body.length / 2);
        socket.getOutputStream().flush();
        return socket;
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.walk(directory.resolve("files"), 2)) {
            return all.filter(path -> path.getFileName().toString().length() == 32)
                    .toList();
        }
    }

    private static long bytes(Path folder) throws IOException {
        long sum = 0;
        for (Path file : entries(folder)) {
            sum += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        return sum;
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
