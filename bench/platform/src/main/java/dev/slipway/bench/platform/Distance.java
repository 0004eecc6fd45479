package dev.slipway.bench.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Stands in for the way to an API server on another machine: a port of loopback behind which everything takes half of a
 * round trip in each direction. What is sent is not held back by what was sent before. To connect takes no time, which
 * favours whoever has more connections by one round trip each.
 */
final class Distance implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;
    private final ServerSocket door;
    private final int server;
    private final long oneWayNanos;

    /** What was read, and when it arrives. */
    private record Chunk(ByteBuffer bytes, long due) {}

    /** @param server port of loopback */
    Distance(int server, Duration roundTrip) throws IOException {
        this.server = server;
        this.oneWayNanos = roundTrip.toNanos() / 2;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(() -> {
            while (true) {
                join(door.accept());
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    private void join(Socket near) throws IOException {
        var far = new Socket(InetAddress.getLoopbackAddress(), server);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        way(near, far);
        way(far, near);
    }

    private void way(Socket from, Socket to) {
        var under = new LinkedBlockingQueue<Chunk>();
        start(() -> read(from.getInputStream(), under));
        start(() -> {
            try (from;
                    to) {
                write(under, to.getOutputStream());
            }
        });
    }

    /** An empty chunk is the end. */
    private void read(InputStream from, LinkedBlockingQueue<Chunk> under) {
        try {
            byte[] buffer = new byte[CHUNK];
            for (int size = from.read(buffer); size > 0; size = from.read(buffer)) {
                under.add(new Chunk(ByteBuffer.wrap(Arrays.copyOf(buffer, size)), System.nanoTime() + oneWayNanos));
            }
        } catch (IOException closed) {
            // by the other way
        }
        under.add(new Chunk(ByteBuffer.allocate(0), System.nanoTime() + oneWayNanos));
    }

    private static void write(LinkedBlockingQueue<Chunk> under, OutputStream to)
            throws IOException, InterruptedException {
        for (Chunk chunk = under.take(); chunk.bytes().hasRemaining(); chunk = under.take()) {
            TimeUnit.NANOSECONDS.sleep(chunk.due() - System.nanoTime());
            to.write(chunk.bytes().array());
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** It ends with its socket. */
    private static void start(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException closed) {
                        Thread.currentThread().interrupt();
                    }
                },
                "distance");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
