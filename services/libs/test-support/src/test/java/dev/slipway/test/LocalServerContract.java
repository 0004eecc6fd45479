package dev.slipway.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.local.LocalServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What each of the local servers keeps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LocalServerContract {

    static final String PASSWORD = "right-'\"\\-password";

    Path folder;
    private Path data;
    private ServerProcess running;
    private int port;

    /** The server on that port, or on ports that follow from it. */
    abstract LocalServer server(Path data, int port, String password);

    /** Signs in by itself with that password, not through the server's own {@code ready()}. */
    abstract boolean accepts(int port, String password) throws Exception;

    abstract void write(int port, String value) throws Exception;

    abstract String read(int port) throws Exception;

    /** Of the server that all tests share. */
    final int port() {
        return port;
    }

    int freePort() {
        return FreePort.next();
    }

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        data = folder.resolve("a folder with spaces and a name too long for the path of a socket, which has 107 bytes");
        port = freePort();
        running = process(data, port);
        running.start();
    }

    @AfterAll
    void stop() {
        running.kill();
    }

    @Test
    void acceptsTheRightPasswordAlone() throws Exception {
        assertThat(accepts(port, PASSWORD)).isTrue();
        assertThat(accepts(port, "wrong-password-of-any-length")).isFalse();
        assertThat(server(data, port, "wrong-password-of-any-length").ready()).isFalse();
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        assertThat(Listening.addresses(running.process())).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
    }

    @Test
    void keepsItsDataThroughAKill() throws Exception {
        write(port, "kept");
        running.kill();
        assertThat(accepts(port, PASSWORD)).isFalse();
        running.start();
        assertThat(read(port)).isEqualTo("kept");
    }

    @Test
    void runsBesideAnother() throws Exception {
        int otherPort = freePort();
        ServerProcess other = process(folder.resolve("other"), otherPort);
        other.start();
        try {
            write(port, "mine");
            write(otherPort, "another's");
            assertThat(read(port)).isEqualTo("mine");
            assertThat(read(otherPort)).isEqualTo("another's");
        } finally {
            other.kill();
        }
    }

    @Test
    void keepsThePasswordOutOfItsCommandAndInPrivateFiles() throws IOException {
        ProcessHandle process = running.process();
        Path proc = Path.of("/proc", String.valueOf(process.pid()));
        assertThat(Files.readString(proc.resolve("cmdline"))).doesNotContain(PASSWORD);
        assertThat(Files.readString(proc.resolve("environ"))).doesNotContain(PASSWORD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
        for (Path file : configurationFiles()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
    }

    private List<Path> configurationFiles() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.toString().matches(".*\\.(properties|cnf|conf|sql)"))
                    .toList();
        }
    }

    private ServerProcess process(Path data, int port) {
        return new ServerProcess(server(data, port, PASSWORD), port, Workplace.folder("contract.log"));
    }
}
