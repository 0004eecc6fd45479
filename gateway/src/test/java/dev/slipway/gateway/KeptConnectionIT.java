package dev.slipway.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.test.Middleware;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One connection, several calls: what waited for the answer before it must not be the last one heard. */
class KeptConnectionIT {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *([0-9]+)");
    private static final String SLOW = "POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}";
    private static final String AT_ONCE = "GET /inner/x HTTP/1.1\r\nHost: x\r\n\r\n";

    @Test
    void aCallIsReadAfterOneThatWaitedAndWasAnsweredAtOnce() throws IOException {
        try (Upstream user = new Upstream();
                RunningGateway gateway =
                        new RunningGateway(Middleware.redis(), new TestRegistry().with("service-user", user.url()));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            user.behaves((exchange, call) -> {
                Thread.sleep(100);
                Upstream.json(exchange, 200, "{}");
            });
            socket.setSoTimeout(5000);
            for (int round = 0; round < 3; round++) {
                send(socket, SLOW + AT_ONCE);
                assertThat(status(socket)).isEqualTo(200);
                assertThat(status(socket)).isEqualTo(404);
                send(socket, AT_ONCE);
                assertThat(status(socket)).as("the call after them").isEqualTo(404);
            }
        }
    }

    private static void send(Socket socket, String calls) throws IOException {
        socket.getOutputStream().write(calls.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Reads one answer whole. */
    private static int status(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) read(socket));
        }
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            skip(socket, Integer.parseInt(length.group(1)));
        }
        return Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    private static void skip(Socket socket, int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            read(socket);
        }
    }

    private static int read(Socket socket) throws IOException {
        int next = socket.getInputStream().read();
        if (next < 0) {
            throw new IOException("the gateway closed the connection");
        }
        return next;
    }
}
