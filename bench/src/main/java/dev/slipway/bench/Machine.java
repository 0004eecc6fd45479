package dev.slipway.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The machine that is measured on. */
public final class Machine {
    private Machine() {}

    /** As reports name it. */
    public static String description() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + ", Java " + System.getProperty("java.vm.version");
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
