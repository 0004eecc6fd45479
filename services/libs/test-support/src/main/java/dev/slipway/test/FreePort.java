package dev.slipway.test;

import dev.slipway.local.NacosPorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports that nobody listened on a moment ago. */
final class FreePort {

    private FreePort() {}

    static int next() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All five are free, and none is another. */
    static NacosPorts forNacos() {
        while (true) {
            NacosPorts ports = new NacosPorts(next(), next());
            boolean valid = ports.clusterGrpc() < 65536
                    && ports.all().stream().distinct().count() == ports.all().size();
            if (valid && ports.all().stream().allMatch(FreePort::isFree)) {
                return ports;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
