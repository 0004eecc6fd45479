package dev.slipway.bench.booking;

import dev.slipway.bench.LocalStack;
import dev.slipway.bench.Machine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/** The plain variant's process, on a schema of its own in the stack's database server. */
final class PlainServer implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final Process process;
    private final int port;

    private PlainServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static PlainServer start(LocalStack stack, int mysql, String hospital) throws IOException, InterruptedException {
        int port = Machine.freePort();
        Path settings = Files.createFile(
                stack.folder().resolve("plain.properties"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                settings,
                "spring.datasource.password=" + stack.secret("mysql-root-password")
                        + "\nspring.datasource.username=root\n"
                        + "spring.datasource.url=jdbc:mysql://127.0.0.1:" + mysql
                        + "/plain_booking?createDatabaseIfNotExist=true\nhospital.url=" + hospital
                        + "\nserver.address=127.0.0.1\nserver.port=" + port + "\n");
        Path jar = stack.root().resolve("bench/plain-booking/target/slipway-bench-plain-booking-0.1.0-SNAPSHOT.jar");
        String java = ProcessHandle.current().info().command().orElse("java");
        Process process = new ProcessBuilder(
                        List.of(java, "-jar", jar.toString(), "--spring.config.additional-location=file:" + settings))
                .redirectErrorStream(true)
                .redirectOutput(stack.folder().resolve("plain.log").toFile())
                .start();
        PlainServer server = new PlainServer(process, port);
        server.await();
        return server;
    }

    private void await() throws IOException, InterruptedException {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
                return;
            } catch (IOException notYet) {
                Thread.sleep(200);
            }
        }
        close();
        throw new IOException("the plain variant does not start, see plain.log");
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
