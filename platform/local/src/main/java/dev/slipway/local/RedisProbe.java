package dev.slipway.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Says AUTH and PING. */
record RedisProbe(int port, String password) {

    private static final int TIMEOUT_MILLIS = 1000;

    boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return "+OK".equals(say(socket, "AUTH", password)) && "+PONG".equals(say(socket, "PING", null));
        } catch (IOException away) {
            return false;
        }
    }

    private static String say(Socket socket, String command, @Nullable String argument) throws IOException {
        StringBuilder request = new StringBuilder(argument == null ? "*1\r\n" : "*2\r\n");
        append(request, command);
        if (argument != null) {
            append(request, argument);
        }
        socket.getOutputStream().write(request.toString().getBytes(UTF_8));
        return line(socket);
    }

    private static void append(StringBuilder request, String part) {
        request.append('$').append(part.getBytes(UTF_8).length).append("\r\n");
        request.append(part).append("\r\n");
    }

    private static String line(Socket socket) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\r';
                c = socket.getInputStream().read()) {
            line.write(c);
        }
        if (socket.getInputStream().read() != '\n') {
            throw new IOException("an answer cut short");
        }
        return line.toString(UTF_8);
    }

    @Override
    public String toString() {
        return "RedisProbe[port=" + port + "]";
    }
}
