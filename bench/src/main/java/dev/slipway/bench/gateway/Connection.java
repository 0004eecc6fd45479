package dev.slipway.bench.gateway;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One end of one kept-alive connection: gathers bytes until a whole message (head and Content-Length) is there. */
final class Connection {
    private static final int LARGEST = 32 * 1024;

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(LARGEST);
    private long sentNanos;

    Connection(SocketChannel channel) {
        this.channel = channel;
    }

    void send(ByteBuffer message) throws IOException {
        sentNanos = System.nanoTime();
        ByteBuffer out = message.duplicate();
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    long sentNanos() {
        return sentNanos;
    }

    /** Reads what is there; false when the other side closed. */
    boolean read() throws IOException {
        return channel.read(in) >= 0;
    }

    /** The head of the next whole message, which is taken from the buffer; empty when there is none yet. */
    String take() {
        byte[] bytes = in.array();
        int end = in.position();
        int body = bodyStart(bytes, end);
        if (body < 0) {
            return "";
        }
        String head = new String(bytes, 0, body, StandardCharsets.ISO_8859_1);
        int whole = body + contentLength(head);
        if (whole > end) {
            return "";
        }
        in.flip().position(whole);
        in.compact();
        return head;
    }

    private static int bodyStart(byte[] bytes, int end) {
        for (int i = 3; i < end; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int contentLength(String head) {
        int at = head.toLowerCase(Locale.ROOT).indexOf("content-length:");
        if (at < 0) {
            return 0;
        }
        int end = head.indexOf('\r', at);
        return Integer.parseInt(head.substring(at + 15, end).trim());
    }
}
