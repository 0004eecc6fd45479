package dev.slipway.test;

import dev.slipway.local.NacosPorts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that start later, or start again. They lie below those that Linux gives to clients (32768 and
 * above): a connection of any process would take one of these while its server is away.
 */
public final class FreePort {
    private static final int FIRST = 16_384;
    private static final int AFTER_LAST = 32_768;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePort() {}

    /** Nobody listened on it a moment ago, and this JVM never gives it again. */
    public static int next() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
            if (isFree(port) && GIVEN.add(port)) {
                return port;
            }
        }
    }

    /** All five are free, and none is another. */
    static NacosPorts forNacos() {
        while (true) {
            NacosPorts ports = new NacosPorts(next(), next());
            boolean valid = ports.clusterGrpc() < AFTER_LAST
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
