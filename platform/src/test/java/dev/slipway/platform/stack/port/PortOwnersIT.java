package dev.slipway.platform.stack.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells who listens")
class PortOwnersIT {
    @Test
    void namesTheProcessThatListens() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(new PortOwners().of(port))
                    .contains("java (pid " + ProcessHandle.current().pid() + ")");
            assertThat(FreePorts.free(port)).isFalse();
        }
        assertThat(new PortOwners().of(port)).isEmpty();
        assertThat(FreePorts.free(port)).isTrue();
    }
}
