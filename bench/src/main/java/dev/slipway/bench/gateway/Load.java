package dev.slipway.bench.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;

/** A closed loop: each of a fixed number of connections sends its next request when its last was answered. */
final class Load implements AutoCloseable {
    /**
     * @param perSecond answers a second, all of them 200
     * @param p50Micros half of the answers came within this
     * @param p99Micros 99 of 100 did
     * @param cpuMicros processor time the measured process spent on one answer; what others do on the machine, which
     *     shortens the answers a second, is not in it
     */
    record Result(double perSecond, double p50Micros, double p99Micros, double cpuMicros) {}

    private static final int MOST = 1_000_000;

    private final Selector selector;
    private final ByteBuffer request;
    private final int[] micros = new int[MOST];

    private final ProcessHandle measured;

    Load(int port, ProcessHandle measured, String path, String token, int connections) throws IOException {
        this.measured = measured;
        this.selector = Selector.open();
        this.request = ByteBuffer.wrap(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                        + "\r\nAccept: application/json\r\nUser-Agent: slipway-bench\r\nAuthorization: Bearer " + token
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            Connection connection = new Connection(channel);
            channel.register(selector, SelectionKey.OP_READ, connection);
        }
    }

    /** Fails on the first answer that is not 200. */
    Result run(Duration time) throws IOException {
        return run(time, MOST);
    }

    /** Ends at the time, or once that many answers are there. */
    Result run(Duration time, int most) throws IOException {
        Duration before = cpu();
        for (SelectionKey key : selector.keys()) {
            ((Connection) key.attachment()).send(request);
        }
        long start = System.nanoTime();
        long end = start + time.toNanos();
        int answers = 0;
        int open = selector.keys().size();
        while (open > 0) {
            selector.select();
            Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
            while (ready.hasNext()) {
                Connection connection = (Connection) ready.next().attachment();
                ready.remove();
                if (answered(connection)) {
                    long now = System.nanoTime();
                    if (now < end && answers < most) {
                        micros[answers++ % MOST] = (int) ((now - connection.sentNanos()) / 1000);
                        connection.send(request);
                    } else {
                        open--;
                    }
                }
            }
        }
        return result(answers, System.nanoTime() - start, cpu().minus(before));
    }

    private static boolean answered(Connection connection) throws IOException {
        if (!connection.read()) {
            throw new IOException("the connection was closed");
        }
        String head = connection.take();
        if (!head.isEmpty() && !head.startsWith("HTTP/1.1 200")) {
            throw new IOException("not 200: " + head.lines().findFirst().orElse(""));
        }
        return !head.isEmpty();
    }

    private Duration cpu() {
        return measured.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private Result result(int answers, long nanos, Duration cpu) {
        int[] sorted = Arrays.copyOf(micros, Math.min(answers, MOST));
        Arrays.sort(sorted);
        double cpuMicros = cpu.toNanos() / 1e3 / answers;
        return new Result(
                answers / (nanos / 1e9), sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)], cpuMicros);
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
