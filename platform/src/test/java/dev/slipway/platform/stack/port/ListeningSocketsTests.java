package dev.slipway.platform.stack.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListeningSocketsTests {
    private static final long PID = 812;

    @TempDir
    Path proc;

    /** 7848 is 1EA8; the states are 0A for listening and 01 for connected. */
    @ParameterizedTest
    @CsvSource({
        "00000000:1EA8, 0A, true",
        "0100007F:1EA8, 0A, false",
        "0200A8C0:1EA8, 0A, true",
        "0200A8C0:1EA8, 01, false",
        "00000000000000000000000000000000:1EA8, 0A, true",
        "0000000000000000FFFF00000100007F:1EA8, 0A, false",
        "00000000000000000000000001000000:1EA8, 0A, false"
    })
    void tellsWhichPortsAreOpenBeyondLoopback(String address, String state, boolean exposed) throws IOException {
        table(address, state);
        hold(PID, "socket:[4711]");

        assertThat(new ListeningSockets(proc).exposed(PID).contains(7848)).isEqualTo(exposed);
    }

    @Test
    void whatAnotherProcessHasOpenIsNotCounted() throws IOException {
        table("00000000:1EA8", "0A");
        hold(PID, "socket:[4712]");

        assertThat(new ListeningSockets(proc).exposed(PID)).isEmpty();
    }

    private void table(String address, String state) throws IOException {
        Files.writeString(
                Files.createDirectories(proc.resolve("net")).resolve("tcp6"),
                "  sl  local_address rem_address st q tr ret uid timeout inode\n   0: " + address + " 0:0 " + state
                        + " 0:0 0:0 0 0 0 4711\n");
    }

    private void hold(long pid, String socket) throws IOException {
        Files.createSymbolicLink(
                Files.createDirectories(proc.resolve(pid + "/fd")).resolve("3"), Path.of(socket));
    }
}
