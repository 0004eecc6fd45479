package dev.slipway.bench.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/**
 * A service that costs next to nothing, so that what is measured is what stands before it: one thread, fixed answers.
 * Arguments: port, the JWK set it publishes.
 */
final class FixedService {
    private static final String BODY = "{\"id\":\"u-1\",\"phone\":\"138****0001\",\"name\":null,\"roles\":[\"USER\"],"
            + "\"verification\":\"none\"}";

    private final ByteBuffer answer = message(BODY);
    private final ByteBuffer keys;
    private final Selector selector;

    private FixedService(int port, String jwks) throws IOException {
        this.keys = message(jwks);
        this.selector = Selector.open();
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 512);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    private static ByteBuffer message(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        return ByteBuffer.wrap((head + body).getBytes(StandardCharsets.UTF_8));
    }

    private void serve() throws IOException {
        while (true) {
            selector.select();
            Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
            while (ready.hasNext()) {
                SelectionKey key = ready.next();
                ready.remove();
                serve(key);
            }
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.channel() instanceof ServerSocketChannel server) {
            SocketChannel channel = server.accept();
            channel.configureBlocking(false);
            channel.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, new Connection(channel));
            return;
        }
        Connection connection = (Connection) key.attachment();
        try {
            if (!connection.read()) {
                key.channel().close();
                return;
            }
            for (String head = connection.take(); !head.isEmpty(); head = connection.take()) {
                connection.send(head.startsWith("GET /.well-known/") ? keys : answer);
            }
        } catch (IOException gone) {
            key.channel().close();
        }
    }

    public static void main(String[] args) throws IOException {
        new FixedService(Integer.parseInt(args[0]), args[1]).serve();
    }
}
